"""Newsprint on Spark: what one machine finds, found by many.

    >>> from newsprint import spark as newsprint
    >>> articles = session.read.parquet("s3a://crawl/2024-01/")
    >>> found = newsprint.dedupe(articles, work="s3a://scratch/")
    >>> found.kept.write.parquet("s3a://crawl/2024-01-kept/")
    >>> newsprint.cluster(articles, work="s3a://scratch/")

Stock Spark (PySpark 4, ``mapInArrow``), with the program on each executor: installed with the package, or sent along by
``--py-files newsprint.zip`` (the wheel by that name). The stages of the program do the work, Spark's shuffle brings together what they
have to see together, and the result is one machine's, row for row.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

try:
    from pyspark.sql import functions as F
except ImportError as error:
    from .._errors import MissingPackage

    raise MissingPackage("newsprint.spark", "pyspark") from error

from .._calls import Keep, Roles
from .._program import arguments
from . import _whole
from ._chain import Chain
from ._job import Job
from ._work import Work

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

__all__ = ["Deduplication", "cluster", "dedupe"]

#: The columns of what was dropped, and of the stories, after the id.
_DROPPED = "duplicate_of string, reason string, similarity double, containment double"
_STORIES = (
    "cluster string, event string, size long, role string, role_confidence double, original string, original_confidence double, "
    "parent string, similarity double, weakest_pair double, evidence array<string>, sources long, source_names array<string>, "
    "wire array<string>, wire_lost boolean"
)


@dataclass(frozen=True)
class Deduplication:
    """Which articles stay, and why the others go. Both are read from the work folder: write them before it is deleted."""

    #: The rows that stay, all columns.
    kept: DataFrame
    #: A row for each article that goes: ``id``, ``duplicate_of``, ``reason``, ``similarity``, ``containment``.
    dropped: DataFrame


def dedupe(
    articles: DataFrame, *, keep: Keep = "original", window: str | None = None, work: str | None = None, **columns: str
) -> Deduplication:
    """Keeps one article of each group of copies.

    Args:
        articles: a row for each article, with an id that no other has.
        keep: which of a group stays.
        window: copies count only within this time of the kept one: ``90m``, ``72h``, ``7d``.
        work: a folder that all executors reach; what the steps leave there is deleted when the call fails, and else is the caller's to
            delete once the result is written. A local session needs none.
        columns: names of columns, where they are others than id, text, title, url, source, published and language.

    Rows without text are copies of nothing: they stay.

    Raises:
        InputError: a column is missing, or an id is missing or comes twice; NewsprintError: a step failed.
    """
    with Work(articles.sparkSession, work) as steps:
        job = Job(articles, steps, columns)
        options = arguments({"keep": keep, "window": window})
        lines = _whole.lines(job, ["dedupe", *options, "--no-changes", "--output", os.devnull, "--duplicates", "/dev/stdout"])
        if lines is None:
            lines = _inner(Chain(job, options).copies(passages=False).rows("dropped-line"))
        dropped = steps.keep("dropped", job.result(lines, _DROPPED, ("duplicate_of",)))
    return Deduplication(articles.join(dropped.select(job.id), job.id, "left_anti"), dropped)


def cluster(articles: DataFrame, *, roles: Roles = "auto", work: str | None = None, **columns: str) -> DataFrame:
    """Groups articles into stories and events.

    Returns:
        A row for each article that has text: ``id`` and what ``newsprint cluster`` says of it (``cluster``, ``event``, ``role``, ``original`` ...),
        in no order. For the arguments and errors see ``dedupe``.
    """
    with Work(articles.sparkSession, work) as steps:
        job = Job(articles, steps, columns)
        lines = _whole.lines(job, ["cluster", "--roles", roles])
        if lines is None:
            chain = Chain(job, [])
            lines = _inner(chain.stories(chain.copies(passages=True), roles))
        return steps.keep("stories", job.result(lines, _STORIES, ("original", "parent")))


def _inner(rows: DataFrame) -> DataFrame:
    """The lines that rows of a stage carry."""
    return rows.select(F.get_json_object("line", "$.line").alias("line"))
