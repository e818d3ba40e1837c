"""The keys of articles as numbers: 8 bytes each, the kind in the upper half, the value in the lower; many of them at once by numpy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

#: The kind of a band is its number; that of any other key this and its letter.
_LETTERS = 4096

#: Bytes of a key as it is written: `"b07:1f2e3d4c",` or, filled up, `  "s:1f2e3d4c",`.
_WIDTH = 15


def packed(written: Sequence[bytes]) -> list[bytes]:
    """The keys of each article, given as the program writes them, without the brackets."""
    import numpy

    counts = [keys.count(b":") for keys in written]
    joined = numpy.frombuffer(b",".join(written), numpy.uint8)
    colons = numpy.flatnonzero(joined == ord(":"))
    if not len(colons):
        return [b""] * len(counts)
    digits = joined[colons[:, None] + numpy.arange(1, 9)].tobytes().decode()
    values = numpy.frombuffer(bytes.fromhex(digits), ">u4").astype(numpy.uint64)
    last, before = joined[colons - 1].astype(numpy.uint64), joined[colons - 2].astype(numpy.uint64)
    zero = numpy.uint64(ord("0"))
    kinds = numpy.where(before == ord('"'), last + numpy.uint64(_LETTERS), (before - zero) * numpy.uint64(10) + last - zero)
    keys = (kinds << numpy.uint64(32) | values).tobytes()
    found, start = [], 0
    for count in counts:
        found.append(keys[start : start + 8 * count])
        start += 8 * count
    return found


def written(keys: Any) -> bytes:
    """The keys as members of a JSON array, each with a comma behind it: ``WIDTH`` bytes a key."""
    import numpy

    kinds = (keys >> numpy.uint64(32)).astype(numpy.uint32)
    result = numpy.empty((len(keys), _WIDTH), numpy.uint8)
    result[:] = numpy.frombuffer(b'"b00:00000000",', numpy.uint8)
    result[:, 2] += (kinds // 10 % 10).astype(numpy.uint8)
    result[:, 3] += (kinds % 10).astype(numpy.uint8)
    lettered = kinds >= _LETTERS
    result[lettered, :3] = numpy.frombuffer(b'  "', numpy.uint8)
    result[lettered, 3] = (kinds[lettered] - _LETTERS).astype(numpy.uint8)
    digits = keys.astype(numpy.uint32).astype(">u4").tobytes().hex().encode()
    result[:, 5:13] = numpy.frombuffer(digits, numpy.uint8).reshape(-1, 8)
    return result.tobytes()


class Keyed:
    """Articles with their keys, as columns of a table: each key beside the place of its article."""

    def __init__(self, column: Any):
        """Args:
        column: a pyarrow array of ``packed`` keys.
        """
        import numpy

        packed = column.to_pylist()
        self.keys = numpy.frombuffer(b"".join(packed), numpy.uint64)
        counts = numpy.array([len(keys) // 8 for keys in packed], numpy.int64)
        self.places = numpy.repeat(numpy.arange(len(counts)), counts)


def repeated(keys: Any, numbers: Any, members: Any = None) -> Any:
    """Which of the keys come more than once; the others make no pair, and most are such.

    Args:
        members: numbers of articles: only keys that one of them has are wanted. None for all.
    """
    import numpy

    order = numpy.argsort(keys)
    sorted_keys = keys[order]
    first = numpy.flatnonzero(numpy.concatenate([[True], sorted_keys[1:] != sorted_keys[:-1]])) if len(keys) else order
    counts = numpy.diff(numpy.append(first, len(keys)))
    wanted = counts > 1
    if members is not None and len(keys):
        wanted &= numpy.logical_or.reduceat(numpy.isin(numbers[order], members), first)
    mask = numpy.empty(len(keys), bool)
    mask[order] = numpy.repeat(wanted, counts)
    return mask


def rows(lines: Sequence[str], places: Any, keys: Any) -> bytes:
    """Rows of articles with these keys, for the program.

    Args:
        lines: the rows without their keys.
        places: ascending, for each key whose it is in ``lines``; articles without a key get no row.
    """
    import numpy

    if not len(keys):
        return b""
    digits = written(keys)
    starts = numpy.flatnonzero(numpy.concatenate([[True], places[1:] != places[:-1]]))
    ends = numpy.append(starts[1:], len(keys))
    parts: list[bytes] = []
    for place, start, end in zip(places[starts].tolist(), (starts * _WIDTH).tolist(), (ends * _WIDTH - 1).tolist(), strict=True):
        parts += (b'{"keys":[', digits[start:end], b"],", lines[place][1:].encode(), b"\n")
    return b"".join(parts)
