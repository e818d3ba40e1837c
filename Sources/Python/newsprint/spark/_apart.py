"""The keys of more articles than one task takes: brought together key by key, in blocks of many, so that Spark moves few large rows.

Three steps with a shuffle by ``part`` between them: keys go where their equals go (``Keys``), those that come once are left out and the
others go where their articles' rows are (``Shared``), and the rows go on with the keys (``Rows``), to the parts where each key is whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from . import _keys

#: A block: the part it goes to, and numbers of 8 bytes, or the program's rows.
SCHEMA = "part long, keys binary, numbers binary, line binary"


class Keys:
    """Columns ``n`` and ``keys`` in; blocks of keys and of the numbers of their articles out, to the part of the key."""

    def __init__(self, parts: int):
        self.parts = parts

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        for batch in batches:
            keyed = _keys.Keyed(batch.column("keys"))
            numbers = batch.column("n").to_numpy(zero_copy_only=False)[keyed.places]
            yield from _blocks(_part(keyed.keys, self.parts), keyed.keys, numbers)


class Shared:
    """Blocks of keys in; those that several articles have out, to the part of the article.

    Args:
        members: see ``_keys.repeated``.
    """

    def __init__(self, parts: int, members: Any):
        self.parts = parts
        self.members = members

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        keys, numbers = _joined(batches)
        shared = _keys.repeated(keys, numbers, self.members)
        keys, numbers = keys[shared], numbers[shared]
        yield from _blocks(numbers % self.parts, keys, numbers)


class Rows:
    """Blocks of keys, and the articles' rows without keys (``part``, ``n``, ``row``), in; rows with the keys of a part out."""

    def __init__(self, parts: int):
        self.parts = parts

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        import numpy

        given = list(batches)
        keys, numbers = _joined(given)
        order = numpy.lexsort((numbers, _part(keys, self.parts)))
        keys, numbers = keys[order], numbers[order]
        parts = _part(keys, self.parts)
        known: dict[int, str] = {}
        wanted = set(numpy.unique(numbers).tolist())
        for batch in given:
            for n, row in zip(batch.column("n").to_pylist(), batch.column("row").to_pylist(), strict=True):
                if n in wanted:
                    known[n] = row
        for start, end in _runs(parts):
            articles, places = numpy.unique(numbers[start:end], return_inverse=True)
            lines = [known[n] for n in articles.tolist()]
            block = _keys.rows(lines, places, keys[start:end])
            yield _batch([int(parts[start])], [b""], [b""], [block[:-1]])


def _part(keys: Any, parts: int) -> Any:
    """The part of each key. The kind counts too: else a part would have all of a kind of few values."""
    import numpy

    return (keys * numpy.uint64(0x9E3779B97F4A7C15) >> numpy.uint64(32)) % numpy.uint64(parts)


def _runs(parts: Any) -> list[tuple[int, int]]:
    """Where each value begins and ends."""
    import numpy

    if not len(parts):
        return []
    starts = numpy.flatnonzero(numpy.concatenate([[True], parts[1:] != parts[:-1]])).tolist()
    return list(zip(starts, [*starts[1:], len(parts)], strict=True))


def _blocks(parts: Any, keys: Any, numbers: Any) -> Iterator[Any]:
    import numpy

    order = numpy.argsort(parts, kind="stable")
    parts, keys, numbers = parts[order], keys[order], numbers[order].astype(numpy.int64)
    runs = _runs(parts)
    if runs:
        yield _batch(
            [int(parts[start]) for start, _ in runs],
            [keys[start:end].tobytes() for start, end in runs],
            [numbers[start:end].tobytes() for start, end in runs],
            [b""] * len(runs),
        )


def _batch(parts: list[int], keys: list[bytes], numbers: list[bytes], lines: list[bytes]) -> Any:
    import pyarrow

    columns = [pyarrow.array(parts, pyarrow.int64()), *(pyarrow.array(values, pyarrow.binary()) for values in (keys, numbers, lines))]
    return pyarrow.RecordBatch.from_arrays(columns, ["part", "keys", "numbers", "line"])


def _joined(batches: Iterable[Any]) -> tuple[Any, Any]:
    """The keys and numbers of all blocks."""
    import numpy

    keys, numbers = [b""], [b""]
    for batch in batches:
        keys += [value or b"" for value in batch.column("keys").to_pylist()]
        numbers += [value or b"" for value in batch.column("numbers").to_pylist()]
    return numpy.frombuffer(b"".join(keys), numpy.uint64), numpy.frombuffer(b"".join(numbers), numpy.int64)
