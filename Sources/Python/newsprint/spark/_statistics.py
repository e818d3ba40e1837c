"""The statistics file of a job, on the driver: what the whole batch tells, put together of what its parts say."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from . import _filter

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

#: Parts whose rows the driver puts together itself.
_FEW = 16


def plain(articles: int) -> bytes:
    """The statistics of articles that are told to stand nowhere: no lines of sites."""
    sample = b'{"id":"-","n":0,"stage":"article","text":"-","v":1}\n'
    settled = _filter.run(["statistics", "--merge", "--finish"], _filter.run(["statistics"], sample))
    rows = [json.loads(row) for row in settled.splitlines()]
    for row in rows:
        if row["stage"] == "run":
            row["articles"] = articles
    return b"".join(json.dumps(row, sort_keys=True, separators=(",", ":")).encode() + b"\n" for row in rows)


def settled(rows: bytes) -> bytes:
    """The statistics of all articles, of what all parts counted."""
    return _filter.run(["statistics", "--merge", "--finish"], rows)


def with_passages(statistics: bytes, told: Sequence[str], copies: Callable[[list[int]], Iterable[str]]) -> bytes | None:
    """The statistics file with the passages that were found to be the pages'; None where there are none.

    Args:
        told: rows ``passage``, ``member`` and ``suspect``.
        copies: gives the rows ``copy`` that name one of some articles. A copy of an article with such a passage has it too.
    """
    if not told:
        return None
    rows = "".join(line + "\n" for line in (*told, *copies(_numbers(told)))).encode()
    finished = _filter.run(["statistics", "--merge", "--finish"], rows, {"statistics.jsonl": statistics})
    return finished if members(finished) else None


def members(statistics: bytes) -> list[int]:
    """The articles that hold passages of pages."""
    return _numbers(row.decode() for row in statistics.splitlines() if b'"stage":"member"' in row)


def _numbers(rows: Iterable[str]) -> list[int]:
    """The articles that rows ``member`` and ``suspect`` name."""
    found: set[int] = set()
    for row in map(json.loads, rows):
        found.update(row.get("articles", ()) if row["stage"] == "member" else [row["n"]] if row["stage"] == "suspect" else [])
    return sorted(found)


def collected(parts: DataFrame, count: int) -> bytes:
    """The rows of all parts of statistics, merged in groups until there are few.

    Args:
        parts: rows with ``line``.
        count: how many parts there are, about.
    """
    while count > _FEW:
        count = int(count**0.5)
        parts = parts.coalesce(count).mapInArrow(_filter.Filter(["statistics", "--merge"]), _filter.SCHEMA).select("line")
    return b"".join(row.line.encode() + b"\n" for row in parts.toLocalIterator())
