"""Arrow's tables on their way to the program: in memory, and in files as they are read.

They cross as CSV by pyarrow's own writer, batch by batch, into a file: half the CPU seconds of JSON lines made in Arrow, and a pipe
gained nothing. Kept rows are chosen by their numbers, so nothing is parsed back.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ._errors import InputError, MissingPackage, NewsprintError
from ._ids import Ids, arrow_ids

if TYPE_CHECKING:
    import pyarrow

#: The column that carries a row's id to the program and back.
ID = "newsprint_id"

#: The columns of a result that hold the caller's ids; they have the type of the column that these are from.
REFERENCES = ("id", "duplicate_of", "original", "parent")

#: Bytes of files, as they are on the disk, that are held in memory rather than read twice.
_HELD = 256 << 20

#: Bytes of a row group in what is written.
_ROW_GROUP = 32 << 20

#: Bytes a value has in the mean from which on a column of strings holds texts.
_TEXT_BYTES = 128


class ArrowFrame:
    """A pyarrow table or batch."""

    suffix = ".csv"
    #: The type of the column with the ids; None as long as there is none.
    _id_type: Any = None

    def __init__(self, data: Any):
        pa = arrow()
        if isinstance(data, pa.RecordBatchReader):
            data = data.read_all()
        if isinstance(data, pa.RecordBatch):
            data = pa.Table.from_batches([data])
        if not isinstance(data, pa.Table):
            raise TypeError(f"{type(data).__name__} is no table of articles")
        self.data: pyarrow.Table = data
        self.count = data.num_rows

    def columns(self) -> Sequence[str]:
        return list(self.data.column_names)

    def ids(self, column: str) -> Ids:
        return self._named(self.data.column(column))

    def _named(self, ids: Any) -> Ids:
        self._id_type = ids.type
        return arrow_ids(ids)

    def write(self, columns: Sequence[str], ids: Any, path: Path) -> None:
        write_csv(self.data.to_batches(), columns, ids, path)

    def keep(self, rows: Sequence[int]) -> Any:
        return arrow().Table.from_batches(kept(self.data.to_batches(), rows), self.data.schema)

    def table(self, rows: list[dict[str, Any]]) -> Any:
        # By column, since pyarrow takes the names of the first row alone.
        pa = arrow()
        names = dict.fromkeys(name for row in rows for name in row)
        kinds = dict.fromkeys(REFERENCES, self._id_type)
        return pa.table({name: pa.array([row.get(name) for row in rows], kinds.get(name)) for name in names})

    def records(self) -> Iterator[dict[str, Any]]:
        for batch in self.data.to_batches(max_chunksize=4096):
            yield from batch.to_pylist()


class ArrowFiles(ArrowFrame):
    """Parquet, Arrow and Feather files of one schema.

    Small ones stay in memory. Of others some batches at a time are there, and they are read twice: the columns that cross, and then all of
    the rows that stay.

    Raises:
        InputError: a file cannot be read, or its columns are others than the first one's.
    """

    def __init__(self, paths: Sequence[Path]):
        from .inputs import parquet

        self.paths = paths
        schemas = [parquet.schema(path) for path in paths]
        self.schema = schemas[0][0]
        #: Every batch, once read; None where there are too many.
        self._held: list[Any] | None = [] if sum(path.stat().st_size for path in paths) <= _HELD else None
        self.count = sum(count for _, count in schemas)
        for path, (schema, _) in zip(paths, schemas, strict=True):
            if not schema.equals(self.schema):
                raise InputError(f"the columns are others than those of {paths[0]}. Deduplicate files of one schema.", str(path))

    def columns(self) -> Sequence[str]:
        return list(self.schema.names)

    def ids(self, column: str) -> Ids:
        found = [batch.column(0) for batch in self._read([column])]
        return self._named(arrow().chunked_array(found, self.schema.field(column).type))

    def write(self, columns: Sequence[str], ids: Any, path: Path) -> None:
        if self._held is None:
            write_csv(ahead(self._read(list(columns))), columns, ids, path)
        else:
            write_csv(self._holding(self._held), columns, ids, path)

    def keep(self, rows: Sequence[int]) -> Any:
        """A reader of the rows; see ``save``."""
        return arrow().RecordBatchReader.from_batches(self.schema, kept(self._held or self._read(), rows))

    def _holding(self, held: list[Any]) -> Iterator[Any]:
        for batch in ahead(self._read()):
            held.append(batch)
            yield batch

    def _read(self, columns: list[str] | None = None) -> Iterator[Any]:
        from .inputs import parquet

        for path in self.paths:
            yield from parquet.batches(path, columns)


def arrow() -> Any:
    """pyarrow, or an error that says how to get it."""
    try:
        import pyarrow
    except ImportError as error:
        raise MissingPackage("a table", "pyarrow") from error
    return pyarrow


def write_csv(batches: Iterable[Any], columns: Sequence[str], ids: Any, path: Path) -> None:
    """The named columns of the batches as CSV, each row with its id (see ``Ids.sent``)."""
    import pyarrow.csv

    pa = arrow()
    names = [ID, *columns]
    without_header = pyarrow.csv.WriteOptions(include_header=False)
    first = 0
    # Arrow's own file: writing needs no turn of Python's, so that it goes on while the next batch is read.
    with pa.OSFile(str(path), "wb") as file:
        pyarrow.csv.write_csv(pa.table([pa.array([], pa.string())] * len(names), names=names), file)
        for batch in batches:
            texts = [_text(batch.column(name), name) for name in columns]
            part = ids[first : first + batch.num_rows]
            own = part if isinstance(part, pa.Array) else pa.array(part, pa.string())
            pyarrow.csv.write_csv(pa.record_batch([own, *texts], names=names), file, without_header)
            first += batch.num_rows


def kept(batches: Iterable[Any], rows: Sequence[int]) -> Iterator[Any]:
    """The rows with these ascending numbers, batch by batch: ``take`` would copy a whole table twice."""
    pa = arrow()
    first = at = 0
    for batch in batches:
        mask = bytearray(batch.num_rows)
        while at < len(rows) and rows[at] < first + len(mask):
            mask[rows[at] - first] = 1
            at += 1
        # From a buffer: as Python's values the bytes would take longer than their rows.
        chosen = pa.Array.from_buffers(pa.uint8(), len(mask), [None, pa.py_buffer(mask)]).cast(pa.bool_())
        yield batch.filter(chosen) if 0 in mask else batch
        first += len(mask)


def table_of_lines(lines: Path, output: Path) -> Any:
    """The program's lines as a table, for a file of that name."""
    try:
        import pyarrow.json
    except ImportError as error:
        raise MissingPackage(f"{output.suffix} files", "pyarrow") from error
    if lines.stat().st_size == 0:
        return pyarrow.table({})
    return pyarrow.json.read_json(lines, read_options=pyarrow.json.ReadOptions(block_size=64 << 20))


def writable(path: Path) -> None:
    """Sees to it that a file can be made there: better known before the work than after it.

    Raises:
        NewsprintError: it cannot.
    """
    beside = _beside(path)
    try:
        beside.touch()
        beside.unlink()
    except OSError as error:
        raise _unwritable(path, error) from error


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.tmp")


def _unwritable(path: Path, error: OSError) -> NewsprintError:
    reason = os.strerror(error.errno) if error.errno else str(error)
    return NewsprintError(f"the output cannot be written: {reason}. Check the folder and its permissions.", str(path))


def save(data: Any, path: Path) -> None:
    """Writes a table or a reader to a Parquet, Arrow or Feather file, whole or not at all."""
    pa = arrow()
    beside = _beside(path)
    batches = data.to_batches() if isinstance(data, pa.Table) else data
    try:
        if path.suffix.lower() == ".parquet":
            _write_parquet(_groups(batches), data.schema, beside)
        else:
            with pa.ipc.new_file(beside, data.schema, options=pa.ipc.IpcWriteOptions(compression="zstd")) as writer:
                for batch in batches:
                    writer.write_batch(batch)
        beside.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        beside.unlink(missing_ok=True)


def _write_parquet(groups: Iterator[list[Any]], schema: Any, path: Path) -> None:
    """Writes groups of batches, each a row group.

    Texts get no dictionary: hardly one of them stands twice, and to find that out costs a quarter of the time of writing.
    """
    import pyarrow.parquet

    pa = arrow()
    tables = (pa.Table.from_batches(group) for group in ahead(groups))
    first = next(tables, None)
    sample = first if first is not None else schema.empty_table()
    repeating = [name for name in schema.names if not _holds_texts(sample.column(name))]
    is_flat = not any(pa.types.is_nested(field.type) for field in schema)
    with pyarrow.parquet.ParquetWriter(path, schema, compression="zstd", use_dictionary=repeating if is_flat else True) as writer:
        for table in itertools.chain([first] if first is not None else [], tables):
            writer.write_table(table)


def _holds_texts(column: Any) -> bool:
    """Whether these are strings that are longer than names and addresses are in the mean."""
    types = arrow().types
    is_text = types.is_string(column.type) or types.is_large_string(column.type)
    return bool(is_text and column.nbytes > _TEXT_BYTES * len(column))


def _groups(batches: Iterable[Any]) -> Iterator[list[Any]]:
    """Batches that make a row group."""
    group: list[Any] = []
    size = 0
    for batch in batches:
        group.append(batch)
        size += batch.nbytes
        if size >= _ROW_GROUP:
            yield group
            group, size = [], 0
    if group:
        yield group


def _text(column: Any, name: str) -> Any:
    """A column as strings; a time as ISO 8601."""
    import pyarrow.types as types

    pa = arrow()
    kind = column.type
    if types.is_dictionary(kind):
        column, kind = column.cast(kind.value_type), kind.value_type
    if types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind):
        return column
    if types.is_timestamp(kind):
        import pyarrow.compute as compute

        zone = "Z" if kind.tz else ""
        whole = column.cast(pa.timestamp("s", "UTC" if kind.tz else None), safe=False)
        return compute.strftime(whole, format=f"%Y-%m-%dT%H:%M:%S{zone}")
    if types.is_null(kind):
        return pa.array([""] * len(column))
    if types.is_nested(kind) or types.is_binary(kind):
        raise InputError(f'column "{name}" holds {kind}, not text. Name another column, or make strings of it.')
    return column.cast(pa.string())


def ahead(values: Iterable[Any]) -> Iterator[Any]:
    """The same values, the next one made by a thread while one is used."""
    iterator, end = iter(values), object()
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(next, iterator, end)
        while (value := coming.result()) is not end:
            coming = pool.submit(next, iterator, end)
            yield value
