"""The first step on the executors: articles become rows of the program, and in the same pass go through the stage that wants them first."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from . import _filter

#: Rows ``article`` of all articles, ``text`` the program's row of those that have text; rows ``hashes`` with a hash of each id, ``n`` of
#: whose articles have text; and what the stage gives.
SCHEMA = f"{_filter.SCHEMA}, id string, text string"

# What the program takes for an empty text too.
_BLANK = " \t\r\n"

_encoded = json.JSONEncoder(ensure_ascii=False).encode


class Intake:
    """To be given to ``mapInArrow``: columns ``n``, ``id``, ``hash`` of the id, and ``fields`` in, rows of ``SCHEMA`` out.

    Args:
        fields: the program's names of the columns of texts.
        is_number: whether ids are numbers.
        words: what follows ``newsprint stage``.
        statistics: the statistics file's bytes, by Spark's broadcast, if the stage wants one.
        counted: an accumulator of articles with text: only a measure, since a task that is tried again counts twice.
    """

    def __init__(self, fields: Sequence[str], is_number: bool, words: Sequence[str], statistics: Any, counted: Any):
        self.fields = sorted(fields)
        self.is_number = is_number
        self.words = words
        self.statistics = statistics
        self.counted = counted
        self._seen: set[str] = set()

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        # Ids of this partition: what is wrong with them is said where all are known.
        self._seen = set()
        with _filter.stage(self.words, self.statistics) as program:
            for batch in batches:
                if len(batch):
                    yield self._taken(batch, program)
            for found in _filter.table(row for row in program.rows() if b'"stage":"ids"' not in row):
                yield _widened(found)

    def _taken(self, batch: Any, program: _filter.Program) -> Any:
        """The articles of a batch, and a row of the hashes of their ids, after which the program has them too."""
        import pyarrow

        ids = _strings(batch.column("id"))
        if not self.is_number:
            ids = [None if id is None else _encoded(id) for id in ids]
        numbers = batch.column("n").to_pylist()
        rows = self._rows(numbers, ids, [_strings(batch.column(field)) for field in self.fields])
        made = pyarrow.array([*rows, None], pyarrow.string())
        with_text = made.drop_null()
        program.write(_filter.lines(with_text))
        self.counted.add(len(with_text))
        nothing = {name: pyarrow.nulls(len(made), kind) for name, kind in _kinds().items()}
        hashes = _hashes(batch.column("hash"), ids)
        columns = {
            **nothing,
            "stage": pyarrow.array(["article"] * len(rows) + ["hashes"]),
            "n": pyarrow.array([*numbers, len(with_text)], pyarrow.int64()),
            "keys": pyarrow.array([None] * len(rows) + [hashes], pyarrow.binary()),
            "id": pyarrow.array([*ids, None], pyarrow.string()),
            "text": made,
        }
        return pyarrow.RecordBatch.from_arrays(list(columns.values()), list(columns))

    def _rows(self, numbers: list[int], ids: list[str | None], fields: list[list[str | None]]) -> list[str | None]:
        """The program's row of each article; None without text, or without an id of its own."""
        text = self.fields.index("text")
        found: list[str | None] = []
        for n, id, values in zip(numbers, ids, zip(*fields, strict=True), strict=True):
            written = values[text]
            if written is None or not written.strip(_BLANK) or id is None or id == '""' or id in self._seen:
                found.append(None)
                continue
            self._seen.add(id)
            members = "".join(
                f'"{name}":{_encoded(value)},' for name, value in zip(self.fields, values, strict=True) if value is not None
            )
            found.append(f'{{"id":{id},{members}"n":{n},"stage":"article","v":1}}')
        return found


def _strings(column: Any) -> list[str | None]:
    """A column's strings; what is no text in UTF-8 in them is replaced."""
    try:
        return list(column.to_pylist())
    except UnicodeDecodeError:
        import pyarrow

        found = column.cast(pyarrow.binary()).to_pylist()
        return [None if value is None else value.decode("utf-8", "replace") for value in found]


def _hashes(column: Any, ids: list[str | None]) -> bytes:
    """The hashes, that of a missing id twice: what comes twice is looked at."""
    import numpy

    hashes = column.to_numpy(zero_copy_only=False).astype(numpy.int64)
    missing = [place for place, id in enumerate(ids) if id in (None, '""')]
    return bytes(numpy.append(hashes, hashes[missing]).tobytes())


def _kinds() -> dict[str, Any]:
    import pyarrow

    numbers = dict.fromkeys(("n", "a", "b", "of"), pyarrow.int64())
    return {
        "stage": pyarrow.string(), **numbers, "content": pyarrow.string(), "keys": pyarrow.binary(), "line": pyarrow.string(),
        "id": pyarrow.string(), "text": pyarrow.string(),
    }  # fmt: skip


def _widened(found: Any) -> Any:
    import pyarrow

    more = [pyarrow.nulls(len(found), pyarrow.string())] * 2
    return pyarrow.RecordBatch.from_arrays([*found.columns, *more], [*found.schema.names, "id", "text"])
