"""Each hostile file at the counter and at the station: a clean picture or a sentence, in 5 s and 512 MiB, nothing left of its words."""

from __future__ import annotations

import struct
import subprocess
import sys
import tempfile
import time
import warnings
from dataclasses import dataclass
from pathlib import Path

from desktop.adapters.attachments.pictures import Pictures
from desktop.application.errors import InvalidInput
from station.adapters.pictures import worker_command
from tests.faults.children import Child, Gone, Line, Stuck, fork
from tests.faults.pictures.hostile import Hostile, hostile
from tests.faults.pictures.makings import CANARY
from tests.faults.table import Findings
from tests.house import ROOT

LONGEST_S = 5.0
PATIENCE_S = 30.0
MOST_MEMORY = 512 * 1024**2
FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG"}
_PLAIN_CHUNKS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
_WORDY_MARKERS = {*range(0xE1, 0xEE), 0xEF, 0xFE}
"""Application segments but JFIF's own and the colour transform, and comments."""


@dataclass(frozen=True)
class Result:
    """What became of a file: a picture or a reason, and what it cost: seconds of the processor, bytes at most."""

    content: bytes
    refused: str
    seconds: float
    memory: int


def run(runs: int, seed: int) -> Findings:
    """Give `runs` files to both sides."""
    findings = Findings("corpus", seed)
    with tempfile.TemporaryDirectory(prefix="counterwatch-corpus-") as folder:
        for number in range(runs):
            file = _made(number, seed, Path(folder))
            how = f"file {number}, {file.name} (seed {seed})"
            for side, look in (("counter", at_counter), ("station", at_station)):
                _judge(f"{side}: {how}", file, look(file, Path(folder)), findings)
            findings.runs += 1
    return findings


def _made(number: int, seed: int, folder: Path) -> Hostile:
    """Make a file in a child: its memory must not count among that of the programs that read it."""
    given = folder / "made"

    def work(line: Line) -> None:
        file = hostile(number, seed)
        given.write_bytes(file.content)
        line.say([file.name, file.media_type, file.sound])

    child = fork(work)
    try:
        name, media_type, sound = child.line.hear()
    finally:
        child.kill()
    return Hostile(name, given.read_bytes(), media_type, sound)


def at_counter(file: Hostile, folder: Path) -> Result | str:
    """Clean the file as the counter does, in a child that measures itself; words when it died or hung."""
    shown = folder / "counter"
    shown.write_bytes(file.content)

    def work(line: Line) -> None:
        warnings.simplefilter("ignore")
        Path("/proc/self/clear_refs").write_text("5")
        began, refused = time.process_time(), ""
        try:
            clean = Pictures().clean(shown.read_bytes())
        except InvalidInput as error:
            refused = ",".join(sorted(problem.code for problem in error.problems))
        else:
            shown.write_bytes(clean.data)
        line.say([refused, time.process_time() - began, _most_memory()])

    child = fork(work)
    try:
        return _heard(child, shown)
    finally:
        child.kill()


def _heard(child: Child, shown: Path) -> Result | str:
    try:
        refused, seconds, memory = child.line.hear(PATIENCE_S)
    except Gone:
        return f"died with status {child.wait()}"
    except Stuck:
        return "hangs"
    return Result(b"" if refused else shown.read_bytes(), refused, seconds, memory)


def _most_memory() -> int:
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))


def at_station(file: Hostile, folder: Path) -> Result | str:
    """Redraw the file in the station's own limited process, measured by its parent; words when it died or hung."""
    source, drawn = folder / "station", folder / "drawn"
    source.write_bytes(file.content)
    with source.open("rb") as given, drawn.open("wb") as out:
        command = [sys.executable, "-I", "-S", "-c", _MEASURED, *worker_command(), FORMATS[file.media_type]]
        done = subprocess.run(
            command,
            stdin=given,
            stdout=out,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
    code, seconds, memory = done.stderr.splitlines()[-1].split()
    if int(code) not in (0, 1):
        return f"died with {code}"
    refused = "" if int(code) == 0 else "not-a-picture"
    return Result(b"" if refused else drawn.read_bytes(), refused, float(seconds), int(memory) * 1024)


_MEASURED = """
import os, subprocess, sys
# The worker may write no file: its answer goes through a pipe, as in the station.
worker = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE)
sys.stdout.buffer.write(worker.stdout.read())
_pid, status, used = os.wait4(worker.pid, 0)
print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)
"""
"""A small parent for the worker: a process is charged with the memory of the one that started it."""


def _judge(where: str, file: Hostile, result: Result | str, findings: Findings) -> None:
    side = where.partition(":")[0]
    if isinstance(result, str):
        findings.note("errors", f"{where} {result}")
        return
    findings.facts[f"{side} {'drawn' if result.content else 'refused'}"] += 1
    most = f"{side} most MiB"
    findings.facts[most] = max(findings.facts[most], result.memory // 1024**2)
    slowest = f"{side} slowest ms"
    findings.facts[slowest] = max(findings.facts[slowest], round(result.seconds * 1000))
    if result.seconds > LONGEST_S:
        findings.note("errors", f"{where} took {result.seconds:.1f} s")
    if result.memory > MOST_MEMORY:
        findings.note("errors", f"{where} took {result.memory // 1024**2} MiB")
    if file.sound and result.refused:
        findings.note("lost", f"{where} is a sound picture and was refused: {result.refused}")
    if result.content and (left := words_left(result.content)):
        findings.note("torn", f"{where} still holds {left}")


def words_left(content: bytes) -> str:
    """Return what is in a picture's file beside the picture, empty when nothing is."""
    if CANARY in content:
        return "the original's words"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png_rest(content)
    return _jpeg_rest(content) if content.startswith(b"\xff\xd8") else "no picture at all"


def _png_rest(content: bytes) -> str:
    at = 8
    while at < len(content):
        length, name = struct.unpack(">I4s", content[at : at + 8])
        if name not in _PLAIN_CHUNKS:
            return f"a {name!r} chunk"
        at += length + 12
        if name == b"IEND":
            break
    return "" if at == len(content) else "something behind its end"


def _jpeg_rest(content: bytes) -> str:
    at = 2
    while content[at] == 0xFF and content[at + 1] != 0xDA:
        if content[at + 1] in _WORDY_MARKERS:
            return f"a segment {content[at + 1]:x}"
        at += 2 + int(struct.unpack(">H", content[at + 2 : at + 4])[0])
    return "" if content.endswith(b"\xff\xd9") else "something behind its end"
