/* Faults at system calls: kills before, in the middle of or after the n-th one, makes it fail, or records it.

   Preloaded into the campaigns' process. Every forked child chooses a slot in one shared page; the parent arms and reads
   the slots. Only files below the watched folder and TCP sockets count. Everything else passes through untouched. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OFF, KILL_BEFORE, KILL_HALF, KILL_AFTER, FAIL_ONCE, FAIL_FROM };
enum { K_WRITE = 1, K_SYNC = 2, K_NAME = 4, K_SEND = 8 };
enum { R_WRITE = 1, R_SYNC = 2, R_TRUNCATE = 3, R_CREATE = 4, R_RENAME = 5, R_UNLINK = 6, R_SYNC_DIR = 7, R_MARK = 8 };

struct slot { long mode, countdown, error, kinds, seen, fired, pid, spare; };
#define SLOTS 8
static struct slot *slots;
static int chosen = -1;
static char watched[PATH_MAX];
static size_t watched_length;
static int record_to = -1;

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) {
    void *found = dlsym(RTLD_NEXT, name);
    if (!found) abort();
    return found;
}

__attribute__((constructor)) static void start(void) {
    slots = mmap(NULL, SLOTS * sizeof(struct slot), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (slots == MAP_FAILED) abort();
}

struct slot *shim_slots(void) { return slots; }
void shim_choose(int number) { chosen = number; if (number >= 0) slots[number].pid = getpid(); }
void shim_watch(const char *folder) {
    strncpy(watched, folder, sizeof watched - 1);
    watched_length = strlen(watched);
}
void shim_record(int fd) { record_to = fd; }

static int below(const char *path) {
    return watched_length && !strncmp(path, watched, watched_length) && path[watched_length] == '/';
}

/* The path of a watched regular file or folder; 0 for anything else. */
static int path_of(int fd, char *path, struct stat *about) {
    if (!watched_length || fstat(fd, about)) return 0;
    if (!S_ISREG(about->st_mode) && !S_ISDIR(about->st_mode)) return 0;
    char link[40];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return below(path) || !strcmp(path, watched);
}

static int is_network(int fd) {
    int domain = 0;
    socklen_t size = sizeof domain;
    return !getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &domain, &size) && (domain == AF_INET || domain == AF_INET6);
}

static void die(void) {
    slots[chosen].fired = 1;
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

/* What to do with this call: OFF, or the slot's mode when its turn has come. */
static long turn(long kind) {
    if (chosen < 0) return OFF;
    struct slot *slot = &slots[chosen];
    if (!(slot->kinds & kind)) return OFF;
    __atomic_add_fetch(&slot->seen, 1, __ATOMIC_SEQ_CST);
    if (slot->mode == OFF) return OFF;
    long left = __atomic_sub_fetch(&slot->countdown, 1, __ATOMIC_SEQ_CST);
    if (left > 0 || (left < 0 && slot->mode != FAIL_FROM)) return OFF;
    if (slot->mode == KILL_BEFORE) die();
    if (slot->mode >= FAIL_ONCE) { slot->fired = 1; errno = (int)slot->error; }
    return slot->mode;
}

struct entry { uint32_t kind, path_length; uint64_t inode; int64_t offset; uint64_t length; };
static void note(uint32_t kind, const char *path, uint64_t inode, int64_t offset, const void *data, uint64_t length) {
    struct entry head = { kind, (uint32_t)strlen(path), inode, offset, data ? length : 0 };
    if (!data) head.offset = offset;
    struct iovec parts[3] = { { &head, sizeof head }, { (void *)path, head.path_length }, { (void *)data, head.length } };
    int kept = errno;
    /* One append: threads' entries never mix. */
    if (REAL(writev)(record_to, parts, data ? 3 : 2) < 0) abort();
    errno = kept;
}
void shim_mark(const char *text) { if (record_to >= 0) note(R_MARK, text, 0, 0, NULL, 0); }

#define AROUND(kind, result, call, half)                                                 \
    long does = (kind) ? turn(kind) : OFF;                                               \
    if (does >= FAIL_ONCE) return -1;                                                    \
    if (does == KILL_HALF) { half; die(); }                                              \
    result = call;                                                                       \
    if (does == KILL_AFTER) die();

ssize_t write(int fd, const void *data, size_t length) {
    char path[PATH_MAX]; struct stat about;
    long kind = chosen < 0 && record_to < 0 ? 0 : path_of(fd, path, &about) ? K_WRITE : 0;
    off_t at = kind && record_to >= 0 ? (fcntl(fd, F_GETFL) & O_APPEND ? about.st_size : lseek(fd, 0, SEEK_CUR)) : 0;
    ssize_t done;
    AROUND(kind, done, REAL(write)(fd, data, length), (void)!REAL(write)(fd, data, length / 2))
    if (kind && record_to >= 0 && done > 0) note(R_WRITE, path, about.st_ino, at, data, done);
    return done;
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) {
    char path[PATH_MAX]; struct stat about;
    long kind = chosen < 0 && record_to < 0 ? 0 : path_of(fd, path, &about) ? K_WRITE : 0;
    ssize_t done;
    AROUND(kind, done, REAL(pwrite64)(fd, data, length, at), (void)!REAL(pwrite64)(fd, data, length / 2, at))
    if (kind && record_to >= 0 && done > 0) note(R_WRITE, path, about.st_ino, at, data, done);
    return done;
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t at) { return pwrite64(fd, data, length, at); }

#define SYNC(name)                                                                       \
    int name(int fd) {                                                                   \
        char path[PATH_MAX]; struct stat about;                                          \
        long kind = chosen < 0 && record_to < 0 ? 0 : path_of(fd, path, &about) ? K_SYNC : 0; \
        int done;                                                                        \
        AROUND(kind, done, REAL(name)(fd), )                                             \
        if (kind && record_to >= 0 && !done)                                             \
            note(S_ISDIR(about.st_mode) ? R_SYNC_DIR : R_SYNC, path, about.st_ino, 0, NULL, 0); \
        return done;                                                                     \
    }
SYNC(fsync)
SYNC(fdatasync)

int ftruncate64(int fd, off64_t length) {
    char path[PATH_MAX]; struct stat about;
    long kind = chosen < 0 && record_to < 0 ? 0 : path_of(fd, path, &about) ? K_NAME : 0;
    int done;
    AROUND(kind, done, REAL(ftruncate64)(fd, length), )
    if (kind && record_to >= 0 && !done) note(R_TRUNCATE, path, about.st_ino, length, NULL, 0);
    return done;
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

int unlink(const char *path) {
    long kind = below(path) ? K_NAME : 0;
    int done;
    AROUND(kind, done, REAL(unlink)(path), )
    if (kind && record_to >= 0 && !done) note(R_UNLINK, path, 0, 0, NULL, 0);
    return done;
}
int rename(const char *from, const char *to) {
    long kind = below(to) ? K_NAME : 0;
    int done;
    AROUND(kind, done, REAL(rename)(from, to), )
    if (kind && record_to >= 0 && !done) note(R_RENAME, from, 0, 0, to, strlen(to));
    return done;
}

static int opened(int folder, const char *path, int flags, mode_t mode) {
    long kind = (flags & (O_CREAT | O_TRUNC)) && (folder == AT_FDCWD || *path == '/') && below(path) ? K_NAME : 0;
    int there = kind ? !access(path, F_OK) : 0;
    int fd;
    AROUND(there ? 0 : kind, fd, REAL(openat)(folder, path, flags, mode), )
    if (kind && record_to >= 0 && fd >= 0) {
        struct stat about;
        fstat(fd, &about);
        if (!there) note(R_CREATE, path, about.st_ino, 0, NULL, 0);
        else if (flags & O_TRUNC) note(R_TRUNCATE, path, about.st_ino, 0, NULL, 0);
    }
    return fd;
}
#define MODE mode_t mode = 0; if (flags & (O_CREAT | __O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }
int open(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE return opened(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE return opened(folder, path, flags, mode); }

ssize_t send(int fd, const void *data, size_t length, int flags) {
    long kind = chosen >= 0 && is_network(fd) ? K_SEND : 0;
    ssize_t done;
    AROUND(kind, done, REAL(send)(fd, data, length, flags), (void)!REAL(send)(fd, data, length / 2, flags))
    return done;
}
ssize_t sendmsg(int fd, const struct msghdr *message, int flags) {
    long kind = chosen >= 0 && is_network(fd) ? K_SEND : 0;
    ssize_t done;
    AROUND(kind, done, REAL(sendmsg)(fd, message, flags), )
    return done;
}
