"""Candidates in one task, where the keys of all articles fit into it: numbers and hashes, never texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from . import _filter, _keys
from ._components import Components

#: Articles whose keys one task takes faster than shuffles of keys, and numbers of each pair: some 2 kB of memory an article.
IN_ONE_TASK = 200_000


class Collapsed:
    """To be given to ``mapInArrow``: rows ``keys`` in, whole contents in one partition; those that stay out, rows ``identical`` of the
    others, and rows ``placed`` as ``Candidates`` has them.

    Args:
        words: the stage, with its options.
    """

    def __init__(self, words: Sequence[str]):
        self.words = words

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow

        if not (given := list(batches)):
            return
        out = _filter.Columns()
        articles, _ = collapsed(self.words, pyarrow.Table.from_batches(given), out)
        if out.count:
            yield out.taken()
        for batch in articles.to_batches(4096):
            # Spark's columns may say that they have no nulls; those of one task have to say the same.
            yield pyarrow.RecordBatch.from_arrays(batch.columns, list(_filter.NAMES))


class Candidates:
    """To be given to ``mapInArrow``: all rows ``keys`` in, in one partition; out what of them is alike, rows of ``_filter.SCHEMA``:

    * ``identical``, as the program has them, and ``placed``: articles that stay, with the order that they have among their equals now;
    * ``pair``, in ``of`` the group to be verified together;
    * ``group``: the group of each article ``n`` that is in one.

    Other rows in: ``identical`` and ``pair`` of an earlier look, which groups hang together by too; any others are for the program.

    Args:
        words: the stage, with its options.
        collapse: the words of the stage that finds equal texts first; None to leave it out.
        members: numbers of articles: only groups with one of them are wanted. None for all.
        most: articles in a group, about, where any part of the pairs will do: articles may be in several then. None for whole components.
    """

    def __init__(
        self, words: Sequence[str], statistics: Any, *, collapse: Sequence[str] | None = None, members: Any = None, most: int | None = None
    ):
        self.words = words
        self.statistics = statistics
        self.collapse = collapse
        self.members = members
        self.most = most

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow
        import pyarrow.compute as compute

        given = list(batches)
        if not given:
            return
        rows = pyarrow.Table.from_batches(given).combine_chunks()
        is_keys = compute.equal(rows.column("stage"), "keys")
        articles, others = rows.filter(is_keys), rows.filter(compute.invert(is_keys))
        out = _filter.Columns()
        groups = Components()
        if self.collapse is not None:
            articles, dropped = collapsed(self.collapse, articles, out)
            for n, of in dropped.items():
                groups.join(n, of)
        pairs = [
            (a, b, row.encode())
            for kind, a, b, row in zip(*(others.column(name).to_pylist() for name in ("stage", "a", "b", "line")), strict=True)
            if kind == "pair"
        ]
        for kind, n, of in zip(*(others.column(name).to_pylist() for name in ("stage", "n", "of")), strict=True):
            if kind == "identical":
                groups.join(n, of)
        pairs += self._pairs(articles, others.filter(compute.equal(others.column("stage"), "verified")))
        yield from self._grouped(pairs, groups, out)

    def _pairs(self, articles: Any, others: Any) -> list[tuple[int, int, bytes]]:
        """What the program pairs, given the keys that articles share."""
        keyed = _keys.Keyed(articles.column("keys"))
        numbers = articles.column("n").to_numpy()[keyed.places]
        shared = _keys.repeated(keyed.keys, numbers, self.members)
        found = []
        with _filter.stage(self.words, self.statistics) as program:
            rows = _keys.rows(articles.column("line").to_pylist(), keyed.places[shared], keyed.keys[shared])
            if rows:
                program.write(rows)
                program.write(_filter.lines(others.column("line").combine_chunks()))
            for row in program.rows():
                _, ends = _filter.members(row)
                found.append((ends["a"], ends["b"], row))
        return found

    def _grouped(self, pairs: list[tuple[int, int, bytes]], groups: Components, out: _filter.Columns) -> Iterator[Any]:
        """The pairs, each once, and the articles in them."""
        for a, b, _ in pairs:
            groups.join(a, b)
        named = groups.found()
        sizes = Counter(named.values())
        wanted = None if self.members is None else {named[n] for n in self.members if n in named}
        parts: dict[tuple[int, int], None] = {}
        for n, group in named.items():
            if (wanted is None or group in wanted) and (self.most is None or sizes[group] <= self.most):
                parts[(n, group)] = None
        for a, b, row in dict.fromkeys(pairs):
            group = named[a]
            if wanted is not None and group not in wanted:
                continue
            if self.most is not None and sizes[group] > self.most:
                # Any part of the pairs of a large group will do.
                group = -1 - a % (1 + sizes[group] // self.most)
                parts[(a, group)] = parts[(b, group)] = None
            out.put("pair", row.decode(), a=a, b=b, of=group)
            if out.count == 4096:
                yield out.taken()
        for n, group in parts:
            out.put("group", None, n, of=group)
            if out.count == 4096:
                yield out.taken()
        if out.count:
            yield out.taken()


def collapsed(words: Sequence[str], articles: Any, out: _filter.Columns) -> tuple[Any, dict[int, int]]:
    """The articles without those whose text another has too, and of each of these which stays."""
    import pyarrow
    import pyarrow.compute as compute

    contents = articles.column("content").to_pylist()
    counts = Counter(contents)
    equal = [place for place, content in enumerate(contents) if counts[content] > 1]
    dropped: dict[int, int] = {}
    if not equal:
        return articles, dropped
    placed: dict[int, str] = {}
    with _filter.stage(words) as program:
        rows = articles.column("line").take(pyarrow.array(equal)).to_pylist()
        program.write(b"".join(b'{"keys":[],' + row[1:].encode() + b"\n" for row in rows))
        for row in program.rows():
            kind, numbers = _filter.members(row)
            if kind == "identical":
                dropped[numbers["n"]] = numbers["of"]
                out.put(kind, row.decode(), **numbers)
            else:
                placed[numbers["n"]] = row.decode().replace('"keys":[],', "", 1)
    for n, line in placed.items():
        out.put("placed", line, n)
    n = articles.column("n")
    lines = [placed.get(n, line) for n, line in zip(n.to_pylist(), articles.column("line").to_pylist(), strict=True)]
    articles = articles.set_column(articles.schema.get_field_index("line"), "line", pyarrow.array(lines, pyarrow.string()))
    return articles.filter(compute.invert(compute.is_in(n, pyarrow.array(list(dropped), pyarrow.int64())))), dropped
