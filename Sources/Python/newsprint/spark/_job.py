"""What a call is given, as rows of articles; and what the program found, as a table."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy
from pyspark.sql import functions as F
from pyspark.sql import types as T

from .._errors import InputError
from .._frames import FIELDS
from . import _articles

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

    from ._work import Work

#: The program's fields that decide something here; it reads a text's language off its words.
_SENT = [field for field in FIELDS if field != "language"]


class Job:
    """Articles by the names that the program has for their columns.

    Raises:
        InputError: a column is missing, or an id is missing or comes twice.
    """

    def __init__(self, frame: DataFrame, work: Work, columns: Mapping[str, str]):
        have = frame.columns
        for field, name in columns.items():
            if field != "id" and field not in FIELDS:
                raise TypeError(f"no option or column is called {field!r}")
            if name not in have:
                raise InputError(f'no column is called "{name}" (found: {", ".join(have)}). Name the right one.')
        self.work = work
        self.id = columns.get("id", "id")
        fields = {field: columns.get(field, field) for field in _SENT}
        self.fields = {field: name for field, name in fields.items() if name in have}
        for wanted, name in (("id", self.id), ("text", fields["text"])):
            if name not in have:
                raise InputError(f'no column is called "{name}" (found: {", ".join(have)}). Name the one with the {wanted}.')
        self.id_type = frame.schema[self.id].dataType
        #: Whether articles are told to stand on sites: only then sites have lines.
        self.has_sites = "source" in self.fields or "url" in self.fields
        self.frame = frame

    def texts(self, *more: Column) -> DataFrame:
        """The articles' ids, their hashes and what the program reads of them, as strings; and more columns."""
        id = F.col(self.id).cast("string")
        texts = (_text(F.col(name), self.frame.schema[name].dataType).alias(field) for field, name in self.fields.items())
        return self.frame.select(*more, id.alias("id"), F.xxhash64(id).alias("hash"), *texts)

    def taken(self, words: Sequence[str], statistics: Any, counted: Any) -> DataFrame:
        """Rows ``article`` with their numbers, made once: rows that are read again may come in another order. And what a stage of the
        program makes of each part of them; see ``_articles``."""
        numbered = self.texts(F.monotonically_increasing_id().alias("n"))
        is_number = isinstance(self.id_type, T.IntegralType)
        step = _articles.Intake(list(self.fields), is_number, words, statistics, counted)
        return self.work.keep("articles", numbered.mapInArrow(step, _articles.SCHEMA))

    def check(self, made: DataFrame, together: bool) -> int:
        """How many articles have text.

        Args:
            together: whether the hashes of all ids fit into the driver.

        Raises:
            InputError: an id is missing or comes twice.
        """
        parts = made.where("stage = 'hashes'")
        if not together:
            self._check_ids(made)
            return int(parts.agg(F.sum("n")).first()[0] or 0)  # type: ignore[index]
        rows = parts.select("n", "keys").collect()
        hashes = numpy.frombuffer(b"".join(bytes(row["keys"]) for row in rows), numpy.int64)
        if len(numpy.unique(hashes)) < len(hashes):
            self._check_ids(made)
        return sum(row["n"] for row in rows)

    def _check_ids(self, made: DataFrame) -> None:
        ids = made.where("stage = 'article'").groupBy("id").count()
        odd = ids.where("id is null or id = '\"\"' or count > 1").orderBy("id").first()
        if odd is None:
            return
        id = json.loads(odd["id"] or "null")
        if id in (None, ""):
            raise InputError(f'{odd["count"]} rows have no id in column "{self.id}". Give each article an id of its own.')
        raise InputError(f'the id "{id}" comes {odd["count"]} times. Give each article an id of its own.')

    def result(self, lines: DataFrame, columns: str, references: Sequence[str]) -> DataFrame:
        """The program's lines as a table; the ids in it are the caller's."""
        table = lines.select(F.from_json("line", f"id string, {columns}").alias("found")).select("found.*")
        for name in ("id", *references):
            table = table.withColumn(name, F.col(name).cast(self.id_type))
        return table if self.id == "id" else table.withColumnRenamed("id", self.id)


def _text(column: Column, kind: T.DataType) -> Column:
    """A column as strings; a time as ISO 8601."""
    if isinstance(kind, T.TimestampType):
        return F.date_format(F.to_utc_timestamp(column, F.current_timezone()), "yyyy-MM-dd'T'HH:mm:ss'Z'")
    if isinstance(kind, T.TimestampNTZType):
        return F.date_format(column, "yyyy-MM-dd'T'HH:mm:ss")
    return column.cast("string")
