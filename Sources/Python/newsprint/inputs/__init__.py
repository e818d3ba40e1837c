"""Inputs that the program does not read itself: each kind is one file here, and one line in ``KINDS``.

A kind has ``articles(path)``, which gives dicts with ``text`` and what else is known (``id``, ``title``, ``url``, ``source``,
``published``, ``language``); other keys pass through. What it makes is written as JSON lines for the program, which reads its own
formats (JSON lines, JSON, CSV, TSV, plain text, and these in .gz and .zst) straight from the disk.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from lzma import LZMAError
from pathlib import Path
from typing import Any

from .._errors import InputError
from .._lines import line

#: The module that reads files with these endings.
KINDS = {
    ".parquet": "parquet",
    ".arrow": "parquet",
    ".feather": "parquet",
    ".html": "html",
    ".htm": "html",
    ".warc": "warc",
    ".warc.gz": "warc",
    ".wet": "warc",
    ".wet.gz": "warc",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
}

#: Compressions that the program does not undo: the file inside is read as its own ending says.
COMPRESSIONS = {".xz": "lzma", ".bz2": "bz2"}


def kind(path: str | os.PathLike[str]) -> str | None:
    """The module that reads a file, None for those that the program reads itself."""
    name = os.fspath(path).lower()
    return next((KINDS[end] for end in sorted(KINDS, key=len, reverse=True) if name.endswith(end)), None)


def compression(path: str | os.PathLike[str]) -> str | None:
    """The module that undoes a file's compression, None where the program does or there is none."""
    return COMPRESSIONS.get(Path(path).suffix.lower())


def articles(path: str | os.PathLike[str]) -> Iterator[dict[str, Any]]:
    """The articles of a file of one of ``KINDS``.

    Raises:
        InputError: the file cannot be read; MissingPackage: the package that reads it is not installed.
    """
    name = kind(path)
    if name is None:
        raise InputError("the ending names no kind of input that is known here.", os.fspath(path))
    yield from import_module(f"{__name__}.{name}").articles(Path(path))


@contextmanager
def prepared(paths: Sequence[str], *, named: bool = True) -> Iterator[list[str]]:
    """The same inputs as files that the program reads; those made for it vanish afterwards.

    Args:
        named: articles without an id get one, FILE:NUMBER, since the program would name them after files that vanish.
    """
    with tempfile.TemporaryDirectory(prefix="newsprint-") as folder:
        files: list[str] = []
        for path in _unfolded(paths):
            files.append(_readable(path, Path(folder, str(len(files))), named))
        yield files


def _unfolded(paths: Sequence[str]) -> Iterator[str]:
    """Folders that hold files for this package become their files; others are left to the program."""
    for path in paths:
        if not os.path.isdir(path):
            yield path
            continue
        inside = sorted(str(file) for file in Path(path).rglob("*") if file.is_file() and not file.name.startswith("."))
        yield from inside if any(kind(file) or compression(file) for file in inside) else [path]


def _readable(path: str, folder: Path, named: bool) -> str:
    name = path
    if (module := compression(path)) is not None:
        folder.mkdir()
        inner = folder / Path(path).stem
        try:
            with import_module(module).open(path, "rb") as packed, inner.open("wb") as plain:
                shutil.copyfileobj(packed, plain, 1 << 20)
        except (OSError, EOFError, LZMAError) as error:
            raise InputError(f"the file cannot be unpacked: {error}.", path) from error
        path = str(inner)
        folder = folder / "articles"
    if kind(path) is None:
        return path
    folder.mkdir()
    made = folder / (Path(path).name + ".jsonl")
    with made.open("wb") as file:
        for number, record in enumerate(articles(path), 1):
            if named and record.get("id") in (None, ""):
                record["id"] = f"{name}:{number}"
            file.write(line(record))
    return str(made)
