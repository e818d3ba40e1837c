"""Which articles may be alike: in one task where their keys fit into it, else in shuffles of keys and of what pairs have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyspark.sql import functions as F

from . import _apart, _filter, _together
from ._components import components

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from ._work import Work


#: Articles that hang together by pairs in a task of those that any part of the pairs will do for.
_PAIRED = 5_000


@dataclass(frozen=True)
class Alike:
    """What a search has found."""

    #: Rows ``identical`` and ``pair``.
    found: DataFrame
    #: ``component`` and ``line``: the pairs that are to be verified.
    pairs: DataFrame
    #: ``n`` and ``component``: where each article of a pair is to be.
    groups: DataFrame
    #: ``n`` and ``line``: of articles that stay of several with one text, their new rows.
    placed: DataFrame | None = None


class Search:
    """The searches of one job.

    Args:
        together: whether all keys fit into one task.
        parts: how many parts there are otherwise.
    """

    def __init__(self, work: Work, options: Sequence[str], together: bool, parts: int):
        self.work = work
        self.options = options
        self.together = together
        self.parts = parts

    def copies(
        self, keys: DataFrame, statistics: bytes, members: Sequence[int] | None = None, earlier: DataFrame | None = None
    ) -> Alike:
        """Whole components of what may be copies.

        Args:
            members: numbers of articles: only components with one of them are wanted. None for all.
            earlier: rows ``identical`` and ``pair`` of an earlier look, by which components hang together too.
        """
        words = ["candidates", "--of", "copies", *self.options]
        equal = ["candidates", "--of", "identical", *self.options]
        if self.together:
            step = _together.Candidates(words, self.work.shared(statistics), collapse=equal, members=members)
            return self._in_one_task(step, keys, earlier)
        parted = keys.select(*_filter.NAMES).repartition(self.parts, "content")
        done = self.work.keep("identical", parted.mapInArrow(_together.Collapsed(equal), _filter.SCHEMA))
        pairs = self.work.keep("pairs", self._merged(words, done.where("stage = 'keys'"), statistics, members))
        found = done.where("stage = 'identical'").unionByName(pairs)
        if earlier is not None:
            found = found.unionByName(earlier)
        edges = found.select(F.coalesce("a", "n").alias("a"), F.coalesce("b", "of").alias("b"))
        groups = self.work.keep("components", components(edges, self.work))
        if members is not None:
            touched = self.work.only(groups, "n", members).select("component").distinct()
            groups = groups.join(touched, "component", "left_semi")
        whole = found.where("stage = 'pair'").drop("n").join(groups.withColumnRenamed("n", "a"), "a")
        return Alike(found, whole.select("component", "line"), groups, done.where("stage = 'placed'"))

    def passages(self, keys: DataFrame, verified: DataFrame) -> Alike:
        """Pairs that may have passages in common, but those that are ``verified``."""
        words = ["candidates", "--of", "passages", *self.options]
        if self.together:
            return self._in_one_task(_together.Candidates(words, None, most=_PAIRED), keys, verified)
        # What is kept of an article's pairs goes by all of them, so that these stay together by components: rows of one pair each.
        partial = self._shared([*words, "--partial"], keys, None, None)
        groups = components(partial.select("a", "b"), self.work)
        rows = [
            rows.select("line", F.col("a").alias("n")).join(groups, "n").select("component", "line") for rows in (partial, verified)
        ]
        parted = rows[0].unionByName(rows[1]).repartition(self.parts, "component")
        return self._in_parts(parted.mapInArrow(_filter.Filter([*words, "--merge"]), _filter.SCHEMA))

    def stories(self, keys: DataFrame) -> Alike:
        """Pairs that may tell one story."""
        words = ["candidates", "--of", "stories", *self.options]
        if self.together:
            return self._in_one_task(_together.Candidates(words, None, most=_PAIRED), keys, None)
        return self._in_parts(self._merged(words, keys, None, None))

    def _in_one_task(self, step: _together.Candidates, keys: DataFrame, others: DataFrame | None) -> Alike:
        rows = keys.select(*_filter.NAMES) if others is None else keys.select(*_filter.NAMES).unionByName(others.select(*_filter.NAMES))
        found = self.work.keep("alike", rows.coalesce(1).mapInArrow(step, _filter.SCHEMA))
        pairs = found.where("stage = 'pair'").select(F.col("of").alias("component"), "line")
        groups = found.where("stage = 'group'").select("n", F.col("of").alias("component"))
        return Alike(found.where("stage in ('identical', 'pair')"), pairs, groups, found.where("stage = 'placed'"))

    def _in_parts(self, pairs: DataFrame) -> Alike:
        """Pairs that need no others: each with the two articles that it names."""
        found = self.work.keep("pairs", pairs)
        parted = found.withColumn("component", F.pmod("a", F.lit(self.parts)))
        ends = parted.select(F.explode(F.array("a", "b")).alias("n"), "component").distinct()
        return Alike(found, parted.select("component", "line"), ends)

    def _merged(self, words: Sequence[str], keys: DataFrame, statistics: bytes | None, members: Sequence[int] | None) -> DataFrame:
        """The pairs that share enough, told by all that they have in common; where a pair is put together goes by its later article."""
        shared = self._shared([*words, "--partial", "--parts", str(self.parts)], keys, statistics, members)
        parted = shared.repartition(self.parts, "n").select("line")
        return parted.mapInArrow(_filter.Filter([*words, "--merge"]), _filter.SCHEMA)

    def _shared(self, words: Sequence[str], keys: DataFrame, statistics: bytes | None, members: Sequence[int] | None) -> DataFrame:
        """What pairs have in common, counted key by key."""
        blocks = keys.select("n", "keys").mapInArrow(_apart.Keys(self.parts), _apart.SCHEMA)
        shared = blocks.repartition(self.parts, "part").mapInArrow(_apart.Shared(self.parts, members), _apart.SCHEMA)
        rows = keys.select(F.pmod("n", F.lit(self.parts)).alias("part"), "n", F.col("line").alias("row"))
        both = shared.select("part", "keys", "numbers").unionByName(rows, allowMissingColumns=True)
        whole = both.repartition(self.parts, "part").mapInArrow(_apart.Rows(self.parts), _apart.SCHEMA)
        step = _filter.Filter(words, self.work.shared(statistics))
        parted = whole.repartition(self.parts, "part").select("line")
        return self.work.keep("shared", parted.mapInArrow(step, _filter.SCHEMA))
