"""The chain of stages, whatever the engine's number of executors: which rows have to be in one process, and which stage they go through.

Spark's shuffle brings together what belongs together; what is decided, the program decides. Every step's input is rows in any order, so
the result is that of one machine.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Any

from pyspark.sql import functions as F

from . import _filter, _statistics, _together, _verify
from ._components import components, in_one_task
from ._search import Alike, Search

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from ._job import Job

#: Articles that a task takes at most, about, and at least, where fewer tasks would leave executors idle.
_MOST, _LEAST = 50_000, 500


@dataclass(frozen=True)
class Copies:
    """What was found of copies."""

    #: Rows ``copy``, and rows ``dropped-line``.
    found: DataFrame
    statistics: bytes

    def rows(self, stage: str) -> DataFrame:
        return self.found.where(F.col("stage") == stage)


class Chain:
    """The steps of one job.

    Args:
        options: what decides the result, as the command line has it: the same in each step.
    """

    def __init__(self, job: Job, options: list[str]):
        self.job = job
        self.work = job.work
        self.options = options
        context: Any = self.work.session.sparkContext
        counted = context.accumulator(0)
        if job.has_sites:
            made = job.taken(["statistics"], None, counted)
        else:
            # Without lines of sites nothing has to be known of all articles before their keys are made.
            made = job.taken(["keys", *options], self.work.shared(_statistics.plain(0)), counted)
        self.articles = made.where("text is not null").select("n", "id", F.col("text").alias("line"))
        together = counted.value <= _together.IN_ONE_TASK
        count = job.check(made, together)
        parallel = context.defaultParallelism
        self.parts = max(1, min(max(parallel, count // _MOST), count // _LEAST))
        if job.has_sites:
            parts = made.where("stage in ('run', 'site', 'line')").select("line")
            self.statistics = _statistics.settled(_statistics.collected(parts, self.parts))
            self.keys = self.work.keep("keys", self._through(["keys", *options], self.articles, self.statistics))
        else:
            self.statistics = _statistics.plain(count)
            self.keys = made.where("stage = 'keys'").select(*_filter.NAMES)
        self.search = Search(self.work, options, together, max(self.parts, 2))
        self.together = together

    # Copies.

    def copies(self, *, passages: bool) -> Copies:
        """The articles that are dropped, and the statistics file.

        Args:
            passages: look for what pages have in common also in articles that are nobody's copy, as ``cluster`` does.
        """
        alike = self.search.copies(self.keys, self.statistics)
        found = self.work.keep("copies", self._verified(alike, self.statistics))
        all_found = found.unionByName(self._passages(alike, found)) if passages else found
        told = [row.line for row in all_found.where("stage in ('passage', 'member', 'suspect')").select("line").collect()]
        copies = found.where("stage = 'copy'").select("n", "of", "line")

        def naming(numbers: list[int]) -> set[str]:
            ends = (self.work.only(copies, end, numbers) for end in ("n", "of"))
            return {row["line"] for row in reduce(lambda one, other: one.unionByName(other), ends).collect()}

        settled = _statistics.with_passages(self.statistics, told, naming)
        if settled is None:
            return Copies(found, self.statistics)
        return Copies(self._again(settled, alike, found, all_found), settled)

    def _passages(self, alike: Alike, found: DataFrame) -> DataFrame:
        """What pages have in common, in pairs of articles that are nobody's copy."""
        kept = self.keys.join(self._small(found.where("stage = 'copy'").select("n")), "n", "left_anti")
        if alike.placed is not None:
            # What stays of equal texts has a place in their order now; its keys are as they were.
            placed = alike.placed.select("n", F.col("line").alias("placed"))
            kept = kept.join(self._small(placed), "n", "left").withColumn("line", F.coalesce("placed", "line"))
        paired = self.search.passages(kept, found.where("stage = 'verified'"))
        rows = self._with_articles(paired, [])
        return self.work.keep("passages", self._through(["verify", "--of", "passages", *self.options], rows, self.statistics))

    def _again(self, statistics: bytes, alike: Alike, found: DataFrame, all_found: DataFrame) -> DataFrame:
        """The copies, once passages that belong to the pages are left out of the articles that hold them.

        Only components with such an article can come to something else.
        """
        members = _statistics.members(statistics)
        changed = self._through(["keys", *self.options], self.work.only(self.articles, "n", members), statistics)
        keys = self.work.only(self.keys, "n", members, without=True).unionByName(self.work.keep("keys", changed))
        renewed = self.search.copies(keys, statistics, members, alike.found)
        known = all_found.where("stage in ('verified', 'condition')")
        again = self.work.keep("copies", self._verified(renewed, statistics, known))
        others = found.join(self._small(renewed.groups.select("n")), "n", "left_anti")
        return others.unionByName(again)

    def _verified(self, alike: Alike, statistics: bytes, *earlier: DataFrame) -> DataFrame:
        rows = self._with_articles(alike, earlier)
        return rows.mapInArrow(_verify.Verification(self.options, self.work.shared(statistics)), _filter.SCHEMA)

    # Stories.

    def stories(self, copies: Copies, roles: str) -> DataFrame:
        """Rows ``member-line`` of all articles."""
        dropped = copies.rows("copy")
        kept = self.articles.join(self._small(dropped.select("n")), "n", "left_anti")
        statistics = copies.statistics
        for _ in range(2):
            # First how many words there are, then how frequent each is.
            parts = self._through(["statistics", "--of", "stories"], kept, statistics)
            counts = _statistics.collected(parts.select("line"), self.parts)
            statistics = _filter.run(["statistics", "--merge"], counts, {"statistics.jsonl": statistics})
        keys = self.work.keep("keys", self._through(["keys", "--of", "stories", *self.options], kept, statistics))
        rows = self._with_articles(self.search.stories(keys), [])
        links = self.work.keep("links", self._through(["verify", "--of", "stories", *self.options], rows, statistics))
        edges = links.select("a", "b").unionByName(dropped.select(F.col("n").alias("a"), F.col("of").alias("b")))
        find: Callable[..., DataFrame] = in_one_task if self.together else components
        groups = self._small(find(edges, self.work))
        articles = self.articles.join(groups, "n", "left").select(F.coalesce("component", "n").alias("component"), "line")
        ends = dropped.unionByName(links.drop("n").withColumnRenamed("a", "n"), allowMissingColumns=True)
        rows = articles.unionByName(ends.join(groups, "n").select("component", "line"))
        solve = ["solve", "--roles", roles, *self.options]
        return self._through(solve, rows.repartition(self.parts, "component"), statistics)

    # What has to be together.

    def _with_articles(self, alike: Alike, others: Sequence[DataFrame]) -> DataFrame:
        """The pairs, with the articles and the other rows that belong to them; ``n`` and ``id`` of articles alone."""
        groups = self._small(alike.groups)
        articles = self.articles.join(groups, "n").select("component", "n", "id", "line")
        rows = [alike.pairs, *(of.withColumn("n", F.coalesce("a", "n")).join(groups, "n").select("component", "line") for of in others)]
        return reduce(lambda one, other: one.unionByName(other, allowMissingColumns=True), [articles, *rows]).repartition(
            self.parts, "component"
        )

    def _small(self, frame: DataFrame) -> DataFrame:
        """Numbers of articles, which every executor gets where there are few: texts stay where they are."""
        return F.broadcast(frame) if self.together else frame

    def _through(self, words: Sequence[str], rows: DataFrame, statistics: bytes | None) -> DataFrame:
        """The rows that a stage makes of these, partition by partition."""
        step = _filter.Filter(words, self.work.shared(statistics))
        return rows.select("line").mapInArrow(step, _filter.SCHEMA)
