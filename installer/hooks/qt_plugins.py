"""Which of Qt's plugins the app ever loads; the hooks beside this file drop the others before their libraries are sought."""

from pathlib import PurePath

# Display ways without a desktop (embedded boards, remote frame buffers) and GTK's theme. The print plugin stays: without it a
# Linux desktop has no printer to offer; it is small, and the CUPS library it asks for is the system's own.
UNUSED_PLUGINS = (
    "libqgtk3",
    "libqxdgdesktopportal",
    "libqeglfs",
    "libqlinuxfb",
    "libqvnc",
    "libqvkkhrdisplay",
    "libqminimalegl",
    "qtvirtualkeyboardplugin",
    "libqpdf",
    "qpdf",
    "libqtuiotouchplugin",
    "libqevdev",
)
UNUSED_FOLDERS = ("egldeviceintegrations", "generic")

Entry = tuple[str, str]


def used(binaries: list[Entry]) -> list[Entry]:
    """Only the (source, target) pairs of plugins that the app loads."""
    paths = [(PurePath(source), (source, target)) for source, target in binaries]
    return [
        entry
        for path, entry in paths
        if not path.name.startswith(UNUSED_PLUGINS) and path.parent.name not in UNUSED_FOLDERS
    ]
