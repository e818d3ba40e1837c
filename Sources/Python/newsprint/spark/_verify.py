"""Copies are verified where their texts are, and at once become the lines of the result, for which no text is needed any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from . import _filter


class Verification:
    """To be given to ``mapInArrow``: whole components of articles (``n``, ``id``, ``line``) and of other rows in, without a number; what
    the program says of copies out, and its lines of those that are dropped.

    Args:
        options: what decides the result, as the command line has it.
        statistics: the statistics file's bytes, by Spark's broadcast.
    """

    def __init__(self, options: Sequence[str], statistics: Any):
        self.options = options
        self.statistics = statistics

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        ids: dict[int, str] = {}
        copies: list[bytes] = []
        with _filter.stage(["verify", "--of", "copies", *self.options], self.statistics) as program:
            for batch in batches:
                program.write(_filter.lines(batch.column("line")))
                ids.update(zip(batch.column("n").to_pylist(), batch.column("id").to_pylist(), strict=True))
            yield from _filter.table(_noted(program.rows(), copies))
        with _filter.stage(["solve", "--of", "copies", *self.options], self.statistics) as program:
            program.write(_named(copies, ids))
            yield from _filter.table(program.rows())


def _noted(rows: Iterable[bytes], copies: list[bytes]) -> Iterator[bytes]:
    for row in rows:
        if b'"stage":"copy"' in row:
            copies.append(row)
        yield row


def _named(copies: list[bytes], ids: dict[int, str]) -> bytes:
    """The copies, and rows of the articles that they name. Nothing of these but ids is in the lines of ``dedupe``."""
    named: dict[int, None] = {}
    for row in copies:
        _, numbers = _filter.members(row)
        named[numbers["n"]] = named[numbers["of"]] = None
    rows = [f'{{"id":{ids[n]},"n":{n},"stage":"article","text":"-","v":1}}'.encode() for n in named]
    return b"".join(row + b"\n" for row in [*rows, *copies])
