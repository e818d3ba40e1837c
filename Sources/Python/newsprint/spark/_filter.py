"""A stage of the program as a filter over the rows of a partition, on the executor."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from .. import _program
from .._errors import from_program

#: The columns of a stage's output: the kind of row, the numbers that say with what it belongs together, and the row itself.
SCHEMA = "stage string, n long, a long, b long, of long, content string, keys array<string>, line string"

#: Rows that are handed to Spark together.
_BATCH = 4096

# A quotation mark inside a string has a backslash before it, so these are found in members' names alone. Numbers are those of articles.
_MEMBER = re.compile(rb'"(n|a|b|of)":(\d+)|"(content|stage)":"([^"]*)"')
_KEYS = re.compile(rb'"keys":\[([^\]]*)\],?')


class Filter:
    """``newsprint stage`` with some options, to be given to ``mapInArrow``: column ``line`` in, rows of ``SCHEMA`` out.

    Args:
        words: what follows ``newsprint stage``.
        statistics: the statistics file's bytes, by Spark's broadcast.
        packed: whether the rows are keys of articles, sorted by ``n``, each with one ``key``: rows of one article become one.
    """

    def __init__(self, words: list[str], statistics: Any = None, *, packed: bool = False):
        self.words = words
        self.statistics = statistics
        self.packed = packed

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        lines = _packed(batches) if self.packed else _lines(batches)
        first = next(lines, None)
        # Of nothing comes nothing: a partition without rows needs no process.
        if first is None:
            return
        words = list(self.words)
        if self.statistics is not None:
            words += ["--statistics", str(_file(self.statistics.value))]
        with subprocess.Popen(
            [_program.program(), "stage", *words, "--quiet", "-"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_program.environment(),
        ) as process:
            assert process.stdin is not None and process.stdout is not None and process.stderr is not None
            failures: list[BaseException] = []
            said: list[bytes] = []
            threads = [
                threading.Thread(target=_feed, args=(process.stdin, first, lines, failures), daemon=True),
                threading.Thread(target=lambda stream: said.append(stream.read()), args=(process.stderr,), daemon=True),
            ]
            for thread in threads:
                thread.start()
            try:
                yield from _rows(process.stdout)
                for thread in threads:
                    thread.join()
                if failures:
                    raise failures[0]
                status = process.wait()
                if status not in (0, 1):
                    raise from_program(status, said[0].decode("utf-8", "replace"))
            finally:
                process.kill()


def run(words: list[str], rows: bytes, files: Mapping[str, bytes] | None = None) -> bytes:
    """A stage on the driver: rows in, rows out; ``files`` are further inputs.

    Raises:
        NewsprintError: the program ended with another status than 0 or 1.
    """
    with tempfile.TemporaryDirectory(prefix="newsprint-") as folder:
        paths = []
        for name, content in {**(files or {}), "rows.jsonl": rows}.items():
            paths.append(os.path.join(folder, name))
            Path(paths[-1]).write_bytes(content)
        done = subprocess.run(
            [_program.program(), "stage", *words, "--quiet", *paths], capture_output=True, check=False, env=_program.environment()
        )
        if done.returncode not in (0, 1):
            raise from_program(done.returncode, done.stderr.decode("utf-8", "replace"))
        return done.stdout


def _lines(batches: Iterable[Any]) -> Iterator[bytes]:
    """The rows of each batch as bytes to be written."""
    for batch in batches:
        lines = batch.column("line").to_pylist()
        if lines:
            yield ("\n".join(lines) + "\n").encode()


def _packed(batches: Iterable[Any]) -> Iterator[bytes]:
    """Rows without their keys, and the keys that fell to this partition: one row for an article."""
    last: tuple[int, str] | None = None
    keys: list[str] = []
    written: list[str] = []
    for batch in batches:
        for n, key, line in zip(*(batch.column(name).to_pylist() for name in ("n", "key", "line")), strict=True):
            if last is not None and last[0] != n:
                written.append(_with_keys(last[1], keys))
                keys = []
            last = (n, line)
            keys.append(key)
        if len(written) >= _BATCH:
            yield "".join(written).encode()
            written = []
    if last is not None:
        written.append(_with_keys(last[1], keys))
    if written:
        yield "".join(written).encode()


def _with_keys(line: str, keys: list[str]) -> str:
    """The row with these keys; they are hexadecimal digits and need no escapes."""
    listed = ",".join(f'"{key}"' for key in keys)
    return f'{{"keys":[{listed}],{line[1:]}\n'


def _feed(pipe: IO[bytes], first: bytes, lines: Iterator[bytes], failures: list[BaseException]) -> None:
    try:
        with pipe:
            pipe.write(first)
            for piece in lines:
                pipe.write(piece)
    except BrokenPipeError:
        # The program ended first; its status and its words tell why.
        pass
    except BaseException as error:  # Told to Spark by the thread that gives the rows.
        failures.append(error)


def _rows(output: IO[bytes]) -> Iterator[Any]:
    """The program's rows as batches of ``SCHEMA``."""
    import pyarrow

    names = ("stage", "n", "a", "b", "of", "content", "keys", "line")
    kinds = [pyarrow.string(), *[pyarrow.int64()] * 4, pyarrow.string(), pyarrow.list_(pyarrow.string()), pyarrow.string()]
    columns: list[list[Any]] = [[] for _ in names]

    def batch() -> Any:
        arrays = [pyarrow.array(values, kind) for values, kind in zip(columns, kinds, strict=True)]
        for values in columns:
            values.clear()
        return pyarrow.RecordBatch.from_arrays(arrays, list(names))

    for line in output:
        row = _parsed(line.rstrip(b"\n"))
        for name, values in zip(names, columns, strict=True):
            values.append(row.get(name))
        if len(columns[0]) == _BATCH:
            yield batch()
    if columns[0]:
        yield batch()


def _parsed(line: bytes) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for found in _MEMBER.finditer(line):
        if found[1]:
            row[found[1].decode()] = int(found[2])
        else:
            row[found[3].decode()] = found[4].decode()
    # Keys travel apart from their rows, since most of them go no further.
    if row.get("stage") == "keys" and (keys := _KEYS.search(line)):
        row["keys"] = keys[1].decode().replace('"', "").split(",") if keys[1] else []
        line = line[: keys.start()] + line[keys.end() :]
        if line.endswith(b",}"):
            line = line[:-2] + b"}"
    row["line"] = line.decode()
    return row


def _file(content: bytes) -> Path:
    """A file with this content, written once on a machine."""
    name = hashlib.sha256(content).hexdigest()
    path = Path(tempfile.gettempdir(), f"newsprint-{os.getuid()}", f"{name}.jsonl")
    if not path.exists():
        path.parent.mkdir(mode=0o700, exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}.{threading.get_ident()}")
        beside.write_bytes(content)
        beside.replace(path)
    return path
