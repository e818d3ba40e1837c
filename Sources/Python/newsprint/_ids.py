"""What the rows of a table are called: by the caller, and by the program."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any


class Ids:
    """Ids as the caller has them, of any kind.

    Attributes:
        names: the caller's.
        sent: the program's, strings that are all different, as a list or an Arrow array: the same where they are plain, since ties
            between equal articles go by them, else the rows' numbers.
    """

    def __init__(self, names: Sequence[Any], count: int):
        self.names = names
        self.sent: Any = _plain(names, count)

    def rows(self, sent: Sequence[str]) -> list[int]:
        """The rows with these of the program's ids."""
        return [self._rows[id] for id in sent]

    def name(self, sent: str) -> Any:
        """What the caller calls the row that the program calls so."""
        return self.names[self._rows[sent]]

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {id: row for row, id in enumerate(self.sent)}


class _ArrowIds(Ids):
    """Plain ids of a column, which become Python's values only where they are asked for: for 100,000 of them that takes as long as
    reading their texts."""

    def __init__(self, column: Any, sent: Any):
        self._column = column
        self.sent: Any = sent

    @cached_property
    def names(self) -> Sequence[Any]:  # type: ignore[override]
        return list(self._column.to_pylist())

    def rows(self, sent: Sequence[str]) -> list[int]:
        import pyarrow
        import pyarrow.compute

        return list(pyarrow.compute.index_in(pyarrow.array(sent, pyarrow.large_string()), value_set=self.sent).to_pylist())

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {id: row for row, id in enumerate(self.sent.to_pylist())}


def arrow_ids(column: Any) -> Ids:
    """The ids in a column of an Arrow table."""
    import pyarrow

    types, kind = pyarrow.types, column.type
    if (types.is_string(kind) or types.is_large_string(kind) or types.is_integer(kind)) and not column.null_count:
        # Large, as all ids of many rows are one array.
        sent = column.cast(pyarrow.large_string()).combine_chunks()
        if len(sent.unique()) == len(sent) and sent.index("").as_py() < 0:
            return _ArrowIds(column, sent)
    return Ids(column.to_pylist(), len(column))


def _plain(ids: Sequence[Any], count: int) -> list[str]:
    texts = [str(id) for id in ids if type(id) in (str, int) and id != ""]
    if len(set(texts)) == count:
        return texts
    digits = len(str(count))
    return [f"{row:0{digits}}" for row in range(count)]
