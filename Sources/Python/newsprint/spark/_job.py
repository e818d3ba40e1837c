"""What a call is given, as rows of articles; and what the program found, as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pyspark.sql import functions as F
from pyspark.sql import types as T

from .._errors import InputError
from .._frames import FIELDS

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
        self.articles = self._articles(frame)

    def _articles(self, frame: DataFrame) -> DataFrame:
        """Rows ``article`` with their numbers, made once: rows that are read again may come in another order."""
        id = F.col(self.id) if isinstance(self.id_type, T.IntegralType) else F.col(self.id).cast("string")
        members = {
            "stage": F.lit("article"),
            "v": F.lit(1),
            "n": F.col("n"),
            "id": id,
            **{field: _text(F.col(name), frame.schema[name].dataType) for field, name in self.fields.items()},
        }
        row = F.to_json(F.struct(*(value.alias(name) for name, value in sorted(members.items()))))
        numbered = frame.withColumn("n", F.monotonically_increasing_id())
        made = self.work.keep(
            "articles", numbered.select("n", id.cast("string").alias("id"), row.alias("line"), self._has_text())
        )
        self._check_ids(made)
        return made.where("has_text").select("n", "line")

    def _has_text(self) -> Column:
        # What the program takes for an empty text too.
        return F.coalesce(F.col(self.fields["text"]).rlike(r"[^ \t\r\n]"), F.lit(False)).alias("has_text")

    def _check_ids(self, articles: DataFrame) -> None:
        odd = articles.groupBy("id").count().where("id is null or id = '' or count > 1").orderBy("id").first()
        if odd is None:
            return
        if not odd["id"]:
            raise InputError(f'{odd["count"]} rows have no id in column "{self.id}". Give each article an id of its own.')
        raise InputError(f'the id "{odd["id"]}" comes {odd["count"]} times. Give each article an id of its own.')

    def result(self, lines: DataFrame, columns: str, references: Sequence[str]) -> DataFrame:
        """The program's lines as a table; the ids in it are the caller's."""
        inner = F.from_json(F.get_json_object("line", "$.line"), f"id string, {columns}").alias("found")
        table = lines.select(inner).select("found.*")
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
