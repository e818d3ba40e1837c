"""Tables of every kind, as the calls take and give them: pyarrow, pandas, polars, lists of dicts.

Arrow's tables cross to the program as CSV, dicts as JSON lines. Each row has its own id along where those are plain and different, since
ties between equal articles go by it, else its number. What comes back is put beside the rows by that id, so that the caller's may be
anything.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, Protocol

from ._arrow import ID, REFERENCES, ArrowFrame, arrow
from ._errors import InputError
from ._ids import Ids
from ._lines import line

#: What the program asks of an article, and the names of the parameters that say in which column it is.
FIELDS = ("text", "title", "url", "source", "published", "language")

Row = Mapping[str, Any]


class Frame(Protocol):
    """One kind of table."""

    suffix: str
    count: int

    def columns(self) -> Sequence[str]: ...
    def ids(self, column: str) -> Ids: ...
    #: ``ids``: see ``Ids.sent``.
    def write(self, columns: Sequence[str], ids: Any, path: Path) -> None: ...
    #: The rows with these ascending numbers.
    def keep(self, rows: Sequence[int]) -> Any: ...
    def table(self, rows: list[dict[str, Any]]) -> Any: ...
    #: The rows as dicts.
    def records(self) -> Iterable[Row]: ...


def frame(data: Any) -> Frame:
    """The table as one kind of frame.

    Raises:
        TypeError: it is none.
    """
    module = type(data).__module__.partition(".")[0]
    if isinstance(data, ArrowFrame):
        return data
    if module == "pyarrow":
        return ArrowFrame(data)
    if module == "pandas":
        return PandasFrame(data)
    if module == "polars":
        return PolarsFrame(data)
    if isinstance(data, Iterable) and not isinstance(data, (str, bytes, Mapping)):
        return Records(list(data))
    raise TypeError(
        f"{type(data).__name__} is no table of articles. "
        "Give a pyarrow, pandas or polars table, a list of dicts, or paths of files."
    )


class Records:
    """A list of dicts."""

    suffix = ".jsonl"

    def __init__(self, rows: list[Row]):
        self.rows = rows
        self.count = len(rows)
        for number, row in enumerate(rows):
            if not isinstance(row, Mapping):
                raise TypeError(f"article {number} is {type(row).__name__}, not a dict")

    def columns(self) -> Sequence[str]:
        return list(dict.fromkeys(name for row in self.rows for name in row))

    def ids(self, column: str) -> Ids:
        return Ids([row.get(column) for row in self.rows], self.count)

    def write(self, columns: Sequence[str], ids: Any, path: Path) -> None:
        with path.open("wb") as file:
            for id, row in zip(ids, self.rows, strict=True):
                record = {name: row[name] for name in columns if row.get(name) is not None}
                record[ID] = id
                file.write(line(record))

    def keep(self, rows: Sequence[int]) -> list[Row]:
        return [self.rows[row] for row in rows]

    def table(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return rows

    def records(self) -> Iterable[Row]:
        return self.rows


class PandasFrame:
    """A pandas data frame; what comes back has its index."""

    suffix = ".csv"
    _id_type: Any = None

    def __init__(self, data: Any):
        self.data = data
        self.count = len(data)

    def columns(self) -> Sequence[str]:
        return [str(name) for name in self.data.columns]

    def ids(self, column: str) -> Ids:
        self._id_type = self.data[column].dtype
        return Ids(list(self.data[column]), self.count)

    def write(self, columns: Sequence[str], ids: Any, path: Path) -> None:
        pa = arrow()
        try:
            part = pa.Table.from_pandas(self.data[list(columns)], preserve_index=False)
        except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
            raise InputError(f"a column holds values of several kinds: {error.args[-1]}. Make strings of them.") from error
        ArrowFrame(part).write(columns, ids, path)

    def keep(self, rows: Sequence[int]) -> Any:
        return self.data.iloc[list(rows)]

    def table(self, rows: list[dict[str, Any]]) -> Any:
        import pandas

        index = self.data.index if len(rows) == self.count else None
        made = pandas.DataFrame(rows, index=index)
        for name in REFERENCES:
            # A column of numbers in which one is missing becomes one of fractions, and an id of 17 digits another one.
            if name in made and pandas.api.types.is_integer_dtype(self._id_type) and made[name].dtype.kind == "f":
                signed = pandas.api.types.is_signed_integer_dtype(self._id_type)
                made[name] = pandas.array([row.get(name) for row in rows], dtype="Int64" if signed else "UInt64")
        return made

    def records(self) -> Iterable[Row]:
        # Not by way of Arrow, which takes no column of values of several kinds.
        for start in range(0, self.count, 4096):
            part = self.data.iloc[start : start + 4096]
            yield from part.astype(object).where(part.notna(), None).to_dict("records")


class PolarsFrame:
    """A polars data frame, or a lazy one, which is collected."""

    suffix = ".csv"
    _id_type: Any = None

    def __init__(self, data: Any):
        import polars

        self.data = data.collect() if isinstance(data, polars.LazyFrame) else data
        self.count = self.data.height

    def columns(self) -> Sequence[str]:
        return list(self.data.columns)

    def ids(self, column: str) -> Ids:
        self._id_type = self.data[column].dtype
        return Ids(self.data[column].to_list(), self.count)

    def write(self, columns: Sequence[str], ids: Any, path: Path) -> None:
        ArrowFrame(self.data.select(columns).to_arrow()).write(columns, ids, path)

    def keep(self, rows: Sequence[int]) -> Any:
        return self.data[list(rows)]

    def table(self, rows: list[dict[str, Any]]) -> Any:
        import polars

        known = [name for name in REFERENCES if rows and name in rows[0]] if self._id_type is not None else []
        return polars.DataFrame(rows, infer_schema_length=None, schema_overrides=dict.fromkeys(known, self._id_type))

    def records(self) -> Iterable[Row]:
        return self.data.iter_rows(named=True)


def lines(file: IO[bytes]) -> Iterator[dict[str, Any]]:
    """The records of the program's output."""
    loads: Callable[[bytes], Any] = json.loads
    try:
        import orjson

        loads = orjson.loads
    except ImportError:
        pass
    for one in file:
        yield loads(one)
