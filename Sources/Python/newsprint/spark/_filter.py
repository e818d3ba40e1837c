"""A stage of the program as a filter over the rows of a partition, on the executor."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from .. import _program
from .._errors import from_program
from . import _keys

#: The columns of a stage's output: the kind of row, the numbers that say with what it belongs together, keys in 8 bytes each (see
#: ``_keys``), and the row itself.
SCHEMA = "stage string, n long, a long, b long, of long, content string, keys binary, line string"

#: Their names.
NAMES = ("stage", "n", "a", "b", "of", "content", "keys", "line")

#: Rows, and bytes of rows, that are handed to Spark together.
_BATCH, _BATCH_BYTES = 4096, 1 << 26

# A quotation mark inside a string has a backslash before it, so these are found in members' names alone. Numbers are those of articles,
# or of the part that a row of many pairs is for.
_MEMBER = re.compile(rb'"(n|a|b|of|part)":(\d+)|"stage":"([^"]*)"')
# Keys travel apart from their rows, since most of them go no further. Members come in the order of their names.
_KEYS = re.compile(rb'"keys":\[([^\]]*)\],"n":(\d+),.*?"order":"([0-9a-f]{32})')


class Program:
    """The program as a process, started by the first row that it is given. It reads all rows before it gives one.

    Args:
        words: the command and its options.
        statistics: the statistics file's bytes, by Spark's broadcast.
        cores: how many it may take; None for those of the task.
    """

    def __init__(self, words: Sequence[str], statistics: Any = None, *, cores: int | None = None):
        self.words = words
        self.statistics = statistics
        self.cores = cores
        self._process: subprocess.Popen[bytes] | None = None
        self._said = tempfile.TemporaryFile()  # noqa: SIM115

    def write(self, rows: Any) -> None:
        """Whole lines."""
        if not len(rows):
            return
        if self._process is None:
            words = list(self.words)
            if self.statistics is not None:
                words += ["--statistics", str(_file(self.statistics.value))]
            self._process = subprocess.Popen(
                [_program.program(), *words, "--threads", str(self.cores or _cores()), "--quiet", "-"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._said,
                env=_program.environment(),
            )
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(rows)
        except BrokenPipeError:
            # The program ended first; its status and its words tell why.
            self._end()

    def rows(self) -> Iterator[bytes]:
        """The program's rows, once all of its input is written. Of nothing comes nothing, and no process is started.

        Raises:
            NewsprintError: the program ended with another status than 0 or 1.
        """
        if self._process is None:
            return
        assert self._process.stdin is not None and self._process.stdout is not None
        try:
            self._process.stdin.close()
        except BrokenPipeError:
            pass
        for line in self._process.stdout:
            yield line.rstrip(b"\n")
        self._end()

    def _end(self) -> None:
        assert self._process is not None
        if (status := self._process.wait()) not in (0, 1):
            self._said.seek(0)
            raise from_program(status, self._said.read().decode("utf-8", "replace"))

    def __enter__(self) -> Program:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._said.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                try:
                    if pipe is not None:
                        pipe.close()
                except BrokenPipeError:
                    pass


def stage(words: Sequence[str], statistics: Any = None) -> Program:
    """``newsprint stage`` with these words."""
    return Program(["stage", *words], statistics)


class Filter:
    """``newsprint stage`` with some options, to be given to ``mapInArrow``: column ``line`` in, rows of ``SCHEMA`` out.

    Args:
        words: what follows ``newsprint stage``.
        statistics: the statistics file's bytes, by Spark's broadcast.
    """

    def __init__(self, words: Sequence[str], statistics: Any = None):
        self.words = words
        self.statistics = statistics

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        with stage(self.words, self.statistics) as program:
            for batch in batches:
                program.write(lines(batch.column("line")))
            yield from table(program.rows())


def run(words: Sequence[str], rows: bytes, files: Mapping[str, bytes] | None = None) -> bytes:
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


def lines(column: Any) -> Any:
    """A column of rows as they are written: no row becomes an object on its way."""
    import pyarrow
    import pyarrow.compute

    if not len(column):
        return b""
    ended = pyarrow.compute.binary_join_element_wise(
        column, pyarrow.scalar(b"\n", column.type), pyarrow.scalar(b"", column.type)
    )
    places = memoryview(ended.buffers()[1]).cast("i" if ended.type in (pyarrow.string(), pyarrow.binary()) else "q")
    return memoryview(ended.buffers()[2])[places[ended.offset] : places[ended.offset + len(ended)]]


def table(rows: Iterable[bytes]) -> Iterator[Any]:
    """The program's rows as batches of ``SCHEMA``."""
    columns = Columns()
    for row in rows:
        columns.add(row)
        if columns.is_full:
            yield columns.taken()
    if columns.count:
        yield columns.taken()


class Columns:
    """Rows of ``SCHEMA`` that are still to be handed on."""

    def __init__(self) -> None:
        self._rows: list[tuple[Any, ...]] = []
        # Of the rows with keys what the program wrote of these.
        self._keys: list[bytes] = []
        self._bytes = 0

    @property
    def count(self) -> int:
        return len(self._rows)

    @property
    def is_full(self) -> bool:
        return len(self._rows) >= _BATCH or self._bytes >= _BATCH_BYTES

    def add(self, row: bytes) -> None:
        """A row that the program wrote."""
        self._bytes += len(row)
        if keys := _KEYS.search(row):
            rest = row[: keys.start()] + row[keys.end(1) + 2 :]
            self._rows.append(("keys", int(keys[2]), None, None, None, keys[3].decode(), rest.decode()))
            self._keys.append(keys[1])
        else:
            kind, numbers = members(row)
            self.put(kind, row.decode(), **numbers)

    def put(
        self,
        stage: str,
        line: str | None,
        n: int | None = None,
        a: int | None = None,
        b: int | None = None,
        of: int | None = None,
        part: int | None = None,
    ) -> None:
        """A row by its columns; a part stands where numbers of articles do."""
        self._rows.append((stage, n if part is None else part, a, b, of, None, line))

    def taken(self) -> Any:
        """The rows as a batch; there are none after it."""
        import pyarrow

        stages, n, a, b, of, contents, lines = zip(*self._rows, strict=True)
        packed = iter(_keys.packed(self._keys))
        keys = [next(packed) if stage == "keys" else None for stage in stages]
        kinds = [pyarrow.string(), *[pyarrow.int64()] * 4, pyarrow.string(), pyarrow.binary(), pyarrow.string()]
        arrays = [pyarrow.array(v, kind) for v, kind in zip((stages, n, a, b, of, contents, keys, lines), kinds, strict=True)]
        self._rows, self._keys, self._bytes = [], [], 0
        return pyarrow.RecordBatch.from_arrays(arrays, list(NAMES))


def _cores() -> int:
    """The cores that Spark gives the task: it runs as many tasks as fill the machine, and a program that took them all would crowd them."""
    from pyspark import TaskContext

    context = TaskContext.get()
    return 1 if context is None else max(1, context.cpus())


def members(row: bytes) -> tuple[str, dict[str, int]]:
    """What kind a row is, and the numbers of articles in it."""
    kind, numbers = "", {}
    for found in _MEMBER.finditer(row):
        if found[1]:
            numbers[found[1].decode()] = int(found[2])
        else:
            kind = found[3].decode()
    return kind, numbers


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
