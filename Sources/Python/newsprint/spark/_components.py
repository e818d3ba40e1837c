"""Connected components of a graph whose edges are a DataFrame, by large-star and small-star.

Kiveris, Lattanzi, Mirrokni, Rastogi, Vassilvitskii: Connected Components in MapReduce and Beyond (SoCC 2014). Both operations keep what is
connected connected; done in turn they leave each component a star around its least node, in a number of rounds that grows with the
logarithm of the nodes. No node needs its neighbours in memory: each round is minima and joins, in which Spark splits what is skewed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from pyspark.sql import functions as F

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from ._work import Work

#: Edges that one task brings together faster than rounds of shuffles: some 100 MB of memory.
IN_ONE_TASK = 1_000_000

#: Chains of 10^9 nodes take fewer: each round at least halves the distance to the least node, in practice quarters it.
MOST_ROUNDS = 60


def components(edges: DataFrame, work: Work) -> DataFrame:
    """The component of every node that has an edge.

    Args:
        edges: columns ``a`` and ``b``; edges may come twice, in both directions, and as loops.

    Returns:
        ``n``, ``component``: the least node that it is connected with.

    Raises:
        RuntimeError: more than ``MOST_ROUNDS`` rounds.
    """
    greater, less = F.greatest("a", "b"), F.least("a", "b")
    current = work.keep("edges", edges.select(greater.alias("a"), less.alias("b")).where("a <> b").distinct())
    before = _state(current)
    if before[0] <= IN_ONE_TASK:
        return work.keep("components", current.coalesce(1).mapInArrow(_joined, "n long, component long"))
    for _ in range(MOST_ROUNDS):
        current = work.keep("edges", small_star(large_star(current)))
        after = _state(current)
        if after == before:
            # Each edge leads from a node to the least of its component.
            centres = current.select(F.col("b").alias("n")).distinct()
            members = current.select(F.col("a").alias("n"), F.col("b").alias("component"))
            return members.unionByName(centres.select("n", F.col("n").alias("component")))
        before = after
    raise RuntimeError(f"components were not found in {MOST_ROUNDS} rounds")


def in_one_task(edges: DataFrame, work: Work) -> DataFrame:
    """The same, of edges that are known to be few."""
    few = edges.select("a", "b").where("a <> b").coalesce(1)
    return work.keep("components", few.mapInArrow(_joined, "n long, component long"))


def large_star(edges: DataFrame) -> DataFrame:
    """Connects each node's greater neighbours with the least of it and its neighbours. ``a`` > ``b`` in and out."""
    both = edges.unionByName(edges.select(F.col("b").alias("a"), F.col("a").alias("b")))
    least = both.groupBy("a").agg(F.least("a", F.min("b")).alias("least"))
    return both.where("b > a").join(least, "a").select(F.col("b").alias("a"), F.col("least").alias("b")).distinct()


def small_star(edges: DataFrame) -> DataFrame:
    """Connects each node, and its lesser neighbours, with the least of these. ``a`` > ``b`` in and out."""
    least = edges.groupBy("a").agg(F.min("b").alias("least"))
    moved = edges.join(least, "a").where("b <> least").select(F.col("b").alias("a"), F.col("least").alias("b"))
    return moved.unionByName(least.withColumnRenamed("least", "b")).distinct()


def _joined(batches: Iterable[Any]) -> Iterator[Any]:
    """The components of few edges."""
    import pyarrow

    components = Components()
    for batch in batches:
        for one, other in zip(batch.column("a").to_pylist(), batch.column("b").to_pylist(), strict=True):
            components.join(one, other)
    named = components.found()
    columns = [pyarrow.array(list(values), pyarrow.int64()) for values in (named.keys(), named.values())]
    yield pyarrow.RecordBatch.from_arrays(columns, ["n", "component"])


class Components:
    """Components by union and find, in memory."""

    def __init__(self) -> None:
        self._leads: dict[int, int] = {}

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self._lead(one), self._lead(other)))
        self._leads[second] = first

    def found(self) -> dict[int, int]:
        """Of each node the least that it is connected with."""
        return {n: self._lead(n) for n in list(self._leads)}

    def _lead(self, n: int) -> int:
        leads = self._leads
        while (above := leads.setdefault(n, n)) != n:
            leads[n] = n = leads[above]
        return n


def _state(edges: DataFrame) -> tuple[int, int]:
    """How many edges there are, and a sum of hashes over them: equal only if nothing changed."""
    row = edges.agg(F.count("*"), F.sum(F.xxhash64("a", "b").cast("decimal(38,0)"))).first()
    assert row is not None
    return int(row[0]), int(row[1] or 0)
