"""The chain of stages, whatever the engine's number of executors: which rows have to be in one process, and which stage they go through.

Spark's shuffle brings together what belongs together; what is decided, the program decides. Every step's input is rows in any order, so
the result is that of one machine.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import reduce
from typing import TYPE_CHECKING

from pyspark.sql import functions as F

from . import _filter
from ._components import components

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from ._work import Work


class Chain:
    """The steps of one job.

    Args:
        articles: rows with ``n``, and ``line``, the article as the program reads it.
        options: what decides the result, as the command line has it: the same in each step.
    """

    def __init__(self, articles: DataFrame, work: Work, options: list[str]):
        self.articles = articles
        self.work = work
        self.options = options
        self.partitions = max(articles.rdd.getNumPartitions(), work.session.sparkContext.defaultParallelism)

    # Statistics: counted in parts, merged in a tree, settled on the driver.

    def statistics(self) -> bytes:
        """The statistics file over all articles."""
        parts = self._through(["statistics"], self.articles, None, options=False)
        # That ids differ is seen to by Spark, which needs no list of all of them for it.
        return _filter.run(["statistics", "--merge", "--finish"], self._collected(parts.where("stage <> 'ids'")))

    def with_passages(self, statistics: bytes, found: DataFrame) -> bytes | None:
        """The statistics file with the passages that were found to be the pages'; None where there are none."""
        told = [row.line for row in found.where("stage in ('passage', 'member', 'suspect')").select("line").collect()]
        if not told:
            return None
        # A copy of an article with such a passage has it too.
        holders = self._numbers(told)
        ends = [found.where("stage = 'copy'").join(holders.withColumnRenamed("n", end), end, "left_semi") for end in ("n", "of")]
        touched = [row.line for row in _union(*ends).select("line").distinct().collect()]
        rows = "".join(line + "\n" for line in told + touched).encode()
        finished = _filter.run(["statistics", "--merge", "--finish"], rows, {"statistics.jsonl": statistics})
        return finished if any(json.loads(row)["articles"] for row in _members(finished)) else None

    def _numbers(self, rows: Iterable[str | bytes]) -> DataFrame:
        """The articles that rows ``member`` and ``suspect`` name, as a column ``n``."""
        found: set[int] = set()
        for row in map(json.loads, rows):
            found.update(row.get("articles", ()) if row["stage"] == "member" else [row["n"]] if row["stage"] == "suspect" else [])
        return self.work.session.createDataFrame([(n,) for n in sorted(found)], "n long")

    def with_frequencies(self, statistics: bytes, kept: DataFrame) -> bytes:
        """The statistics file with the words of the kept articles counted."""
        for _ in range(2):
            parts = self._through(["statistics", "--of", "stories"], kept, statistics, options=False)
            statistics = _filter.run(["statistics", "--merge"], self._collected(parts), {"statistics.jsonl": statistics})
        return statistics

    def _collected(self, parts: DataFrame) -> bytes:
        """The rows of all parts, merged in groups until there are few."""
        groups = self.partitions
        while groups > 16:
            groups = int(groups**0.5)
            parts = self._through(["statistics", "--merge"], parts.coalesce(groups), None, options=False)
        return b"".join(row.line.encode() + b"\n" for row in parts.select("line").toLocalIterator())

    # Copies.

    def copies(self, *, passages: bool) -> tuple[DataFrame, bytes]:
        """Rows ``copy`` of the articles that are dropped, and the statistics file.

        Args:
            passages: look for what pages have in common also in articles that are nobody's copy, as ``cluster`` does.
        """
        statistics = self.statistics()
        keys = self.work.keep("keys", self._through(["keys"], self.articles, statistics))
        identical, distinct = self._identical(keys)
        pairs = self._pairs("copies", distinct, statistics)
        found = self.work.keep("copies", self._verified(statistics, identical, pairs))
        all_found = found.unionByName(self._passages(distinct, found, statistics)) if passages else found
        settled = self.with_passages(statistics, all_found)
        if settled is None:
            return found.where("stage = 'copy'"), statistics
        return self._again(settled, keys, pairs, all_found), settled

    def _identical(self, keys: DataFrame) -> tuple[DataFrame, DataFrame]:
        """Rows ``identical``, and the rows of keys without the articles that these drop."""
        repeated = keys.groupBy("content").count().where("count > 1").select("content")
        same = keys.join(repeated, "content").select("n", "content", "line")
        done = self.work.keep("identical", self._through(["candidates", "--of", "identical"], self._by(same, "content"), None))
        dropped = done.where("stage = 'identical'")
        # What stays of them has a place in the order of its content now; its keys are as they were.
        placed = done.where("stage = 'keys'").select("n", F.col("line").alias("placed"))
        distinct = keys.join(dropped.select("n"), "n", "left_anti").join(placed, "n", "left")
        return dropped, distinct.withColumn("line", F.coalesce("placed", "line")).drop("placed")

    def _pairs(self, of: str, keys: DataFrame, statistics: bytes | None) -> DataFrame:
        """Rows ``pair`` of the articles that share keys."""
        partial = self._shared(of, keys, statistics)
        merged = self._through(["candidates", "--of", of, "--merge"], self._by(partial, "b"), None)
        return self.work.keep("pairs", merged)

    def _shared(self, of: str, keys: DataFrame, statistics: bytes | None) -> DataFrame:
        """What pairs share, counted key by key."""
        each = keys.select("n", F.explode("keys").alias("key"))
        # A key of one article makes no pair, and most are such: they go no further than this count.
        common = each.groupBy("key").count().where("count > 1").select("key")
        rows = each.join(common, "key").join(keys.select("n", "line"), "n").select("n", "key", "line")
        parted = rows.repartition(self.partitions, "key").sortWithinPartitions("n")
        return self.work.keep("shared", self._through(["candidates", "--of", of, "--partial"], parted, statistics, packed=True))

    def _verified(self, statistics: bytes, identical: DataFrame, pairs: DataFrame, *earlier: DataFrame) -> DataFrame:
        """Whole components of what may be copies, judged."""
        edges = identical.select(F.col("n").alias("a"), F.col("of").alias("b")).unionByName(pairs.select("a", "b"))
        groups = self.work.keep("components", components(edges, self.work))
        rows = [self._of_component(rows, groups) for rows in (self.articles, pairs, *earlier)]
        return self._through(["verify", "--of", "copies"], self._by(reduce(_union, rows), "component"), statistics)

    def _passages(self, keys: DataFrame, found: DataFrame, statistics: bytes) -> DataFrame:
        """What pages have in common, in pairs of articles that are nobody's copy."""
        kept = keys.join(found.where("stage = 'copy'").select("n"), "n", "left_anti")
        partial = self._shared("passages", kept, None)
        groups = components(partial.select("a", "b"), self.work)
        rows = _union(self._of_component(partial, groups), self._of_component(found.where("stage = 'verified'"), groups))
        words = ["candidates", "--of", "passages", "--merge"]
        pairs = self.work.keep("pairs", self._through(words, self._by(rows, "component"), None))
        return self.work.keep("passages", self._through(["verify", "--of", "passages"], self._with_articles(pairs), statistics))

    def _again(self, statistics: bytes, keys: DataFrame, pairs: DataFrame, earlier: DataFrame) -> DataFrame:
        """The copies, once passages that belong to the pages are left out of the articles that hold them."""
        members = self._numbers(_members(statistics))
        changed = self.work.keep("keys", self._through(["keys"], self.articles.join(members, "n", "left_semi"), statistics))
        renewed = keys.join(changed.select("n"), "n", "left_anti").unionByName(changed)
        identical, distinct = self._identical(renewed)
        more = self._pairs("copies", distinct, statistics)
        known = earlier.where("stage in ('verified', 'condition')")
        found = self._verified(statistics, identical, pairs.unionByName(more), known)
        return self.work.keep("copies", found).where("stage = 'copy'")

    # Results.

    def dropped(self, copies: DataFrame, statistics: bytes) -> DataFrame:
        """Rows ``dropped-line``."""
        edges = copies.select(F.col("n").alias("a"), F.col("of").alias("b"))
        groups = components(edges, self.work)
        rows = _union(self._of_component(self.articles, groups), self._of_component(copies, groups))
        return self.work.keep("dropped", self._through(["solve", "--of", "copies"], self._by(rows, "component"), statistics))

    def stories(self, copies: DataFrame, statistics: bytes, roles: str) -> DataFrame:
        """Rows ``member-line`` of all articles."""
        kept = self.work.keep("kept", self.articles.join(copies.select("n"), "n", "left_anti"))
        statistics = self.with_frequencies(statistics, kept)
        keys = self.work.keep("keys", self._through(["keys", "--of", "stories"], kept, statistics))
        pairs = self._pairs("stories", keys, None)
        words = ["verify", "--of", "stories"]
        edges = self.work.keep("links", self._through(words, self._with_articles(pairs), statistics))
        ends = edges.select("a", "b").unionByName(copies.select(F.col("n").alias("a"), F.col("of").alias("b")))
        groups = self.work.keep("components", components(ends, self.work))
        articles = self.articles.join(groups, "n", "left").withColumn("component", F.coalesce("component", "n"))
        rows = reduce(
            _union,
            [articles.select("component", "line"), self._of_component(copies, groups), self._of_component(edges, groups)],
        )
        return self.work.keep("stories", self._through(["solve", "--roles", roles], self._by(rows, "component"), statistics))

    # What has to be together.

    def _by(self, rows: DataFrame, column: str) -> DataFrame:
        return rows.repartition(self.partitions, column)

    @staticmethod
    def _of_component(rows: DataFrame, groups: DataFrame) -> DataFrame:
        """The rows with the component of their article; those of an article without one are left out."""
        number = F.coalesce("n", "a") if "a" in rows.columns else F.col("n")
        return rows.withColumn("n", number).join(groups, "n").select("component", "line")

    def _with_articles(self, pairs: DataFrame) -> DataFrame:
        """The pairs in any parts, each with the articles that it names."""
        parted = pairs.withColumn("part", F.pmod("a", F.lit(self.partitions)))
        ends = parted.select("part", F.explode(F.array("a", "b")).alias("n")).distinct()
        articles = self.articles.join(ends, "n").select("part", "line")
        return self._by(articles.unionByName(parted.select("part", "line")), "part")

    def _through(
        self, words: list[str], rows: DataFrame, statistics: bytes | None, *, packed: bool = False, options: bool = True
    ) -> DataFrame:
        """The rows that a stage makes of these, partition by partition."""
        shared = None if statistics is None else self.work.session.sparkContext.broadcast(statistics)
        step = _filter.Filter([*words, *(self.options if options else [])], shared, packed=packed)
        columns = ["n", "key", "line"] if packed else ["line"]
        return rows.select(*columns).mapInArrow(step, _filter.SCHEMA)


def _union(one: DataFrame, other: DataFrame) -> DataFrame:
    return one.unionByName(other)


def _members(statistics: bytes) -> list[bytes]:
    """The rows that say which articles hold passages of pages."""
    return [row for row in statistics.splitlines() if b'"stage":"member"' in row]
