"""The program that does the work: where it is, and how it is run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import IO, NamedTuple

from ._errors import NewsprintError, from_program

#: Whether, and how, a call tells how far it is: True for a line on a terminal, or a function that gets that line.
Progress = bool | None | Callable[[str], None]

_ERASE = b"\r\x1b[K"


class Outcome(NamedTuple):
    """A run that ended well: what it said on standard error, and whether it skipped records."""

    notes: str
    skipped: bool


@cache
def program() -> str:
    """The path of the program: NEWSPRINT names one, else the wheel's own, else the one on PATH.

    Raises:
        NewsprintError: there is none.
    """
    if named := os.environ.get("NEWSPRINT"):
        return named
    own = _folder() / "newsprint"
    if own.exists():
        return str(own)
    if found := shutil.which("newsprint"):
        return found
    raise NewsprintError("the newsprint program was not found. Install the wheel, or name the program in NEWSPRINT.")


def _folder() -> Path:
    """The wheel's folder of programs. Of a package inside an archive, as Spark sends them to executors, it is unpacked once."""
    folder = Path(__file__).with_name("bin")
    archive = next((path for path in folder.parents if path.is_file()), None)
    if archive is None:
        return folder
    stamp = archive.stat()
    unpacked = Path(tempfile.gettempdir(), f"newsprint-{os.getuid()}", f"{stamp.st_size:x}-{stamp.st_mtime_ns:x}")
    inside = unpacked / folder.relative_to(archive)
    if not unpacked.exists():
        unpacked.parent.mkdir(mode=0o700, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=unpacked.parent))
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(beside, [name for name in packed.namelist() if name.startswith("newsprint/bin/")])
        (beside / "newsprint" / "bin" / "newsprint").chmod(0o755)
        try:
            beside.rename(unpacked)
        except OSError:  # Another process was first.
            shutil.rmtree(beside)
    return inside


def environment() -> dict[str, str]:
    """The program's environment: WordNet beside the program unless one is named."""
    words = Path(program()).with_name("wordnet")
    given = dict(os.environ)
    if words.is_dir():
        given.setdefault("WNSEARCHDIR", str(words))
    return given


def arguments(options: Mapping[str, object]) -> list[str]:
    """Options as the command line has them; those that are None, False or empty are left out."""
    line: list[str] = []
    for name, value in options.items():
        flag = "--" + name.replace("_", "-")
        if value is None or value is False or value == ():
            continue
        if value is True:
            line.append(flag)
        elif isinstance(value, (list, tuple)):
            line += [part for one in value for part in (flag, str(one))]
        else:
            line += [flag, os.fspath(value) if isinstance(value, os.PathLike) else str(value)]
    return line


def run(
    line: Sequence[str | os.PathLike[str]],
    *,
    input: Iterable[bytes] | None = None,
    output: IO[bytes] | None = None,
    progress: Progress = None,
) -> Outcome:
    """Runs the program and waits for it.

    Args:
        line: the arguments, the command first.
        input: what the program reads on standard input.
        output: the file that gets its standard output; nothing is kept of it otherwise.
        progress: see ``Progress``; None shows it when standard error is a terminal.

    Raises:
        NewsprintError: the program ended with another status than 0 or 1.
    """
    show = _shower(progress)
    master, errors = os.openpty() if show else os.pipe()
    try:
        process = subprocess.Popen(
            [program(), *(os.fspath(word) for word in line)],
            stdin=subprocess.PIPE if input is not None else subprocess.DEVNULL,
            stdout=output if output is not None else subprocess.DEVNULL,
            stderr=errors,
            env=environment(),
        )
    finally:
        os.close(errors)
    said: list[bytes] = []
    reader = threading.Thread(target=_listen, args=(master, said, show), daemon=True)
    reader.start()
    try:
        if input is not None:
            _feed(process, input)
        status = process.wait()
    except BaseException:
        process.terminate()
        process.wait()
        raise
    finally:
        reader.join()
        os.close(master)
    notes = _without_progress(b"".join(said))
    if status not in (0, 1):
        raise from_program(status, notes)
    return Outcome(notes, status == 1)


def _feed(process: subprocess.Popen[bytes], input: Iterable[bytes]) -> None:
    assert process.stdin is not None
    try:
        with process.stdin as pipe:
            for piece in input:
                pipe.write(piece)
    except BrokenPipeError:
        # The program ended first; its status and its words tell why.
        pass


def _shower(progress: Progress) -> Callable[[str], None] | None:
    if callable(progress):
        return progress
    if progress is None:
        progress = sys.stderr is not None and sys.stderr.isatty()
    if not progress:
        return None

    def show(line: str) -> None:
        print("\r\x1b[K" + line, end="", file=sys.stderr, flush=True)

    return show


def _listen(descriptor: int, said: list[bytes], show: Callable[[str], None] | None) -> None:
    """Keeps what comes, and shows the lines of progress in it, each of them: on a busy machine several come at once."""
    while True:
        try:
            piece = os.read(descriptor, 1 << 16)
        except OSError:  # A terminal's way of saying that the other end is closed.
            break
        if not piece:
            break
        said.append(piece)
        for line in piece.split(_ERASE)[1:]:
            if show and line and b"\n" not in line:
                show(line.decode("utf-8", "replace"))
    if show:
        show("")


def _without_progress(said: bytes) -> str:
    lines = said.replace(b"\r\n", b"\n").split(b"\n")
    return "\n".join(line.rpartition(_ERASE)[2].decode("utf-8", "replace") for line in lines)
