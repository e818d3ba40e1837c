"""What the steps of a job leave for the next ones: Parquet files in a folder that all executors reach.

An executor that is lost takes nothing with it, and what a step has made is made once, so that a row numbered in one step has that
number in all.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
import uuid
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any

from pyspark.sql import functions as F

from .._errors import UsageError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

#: Numbers that stand in a condition; more are joined.
_LISTED = 1_000


class Work:
    """A folder of a job's own inside the given one. Leaving it deletes all but what was kept last, and after an error that too."""

    def __init__(self, session: SparkSession, folder: str | None):
        self.session = session
        if folder is None:
            if not str(session.conf.get("spark.master", "")).startswith("local"):
                raise UsageError("name a folder that all executors reach: work='hdfs://...' or 's3a://...'.")
            # Gone with the session's process.
            folder = tempfile.mkdtemp(prefix="newsprint-")
            atexit.register(shutil.rmtree, folder, ignore_errors=True)
        self.folder = f"{folder.rstrip('/')}/newsprint-{uuid.uuid4().hex}"
        self._made = 0
        self._last = ""

    def keep(self, name: str, frame: DataFrame) -> DataFrame:
        """The same rows, computed now and read from the folder from here on."""
        self._made += 1
        self._last = f"{self._made:03}-{name}"
        path = f"{self.folder}/{self._last}"
        schema = frame.schema
        # A dictionary of texts would only cost.
        frame.write.option("parquet.enable.dictionary#text", "false").parquet(path, compression="zstd")
        return self.session.read.schema(schema).parquet(path)

    def shared(self, content: bytes | None) -> Any:
        """The bytes by Spark's broadcast."""
        return None if content is None else self.session.sparkContext.broadcast(content)

    def only(self, frame: DataFrame, column: str, numbers: Sequence[int], *, without: bool = False) -> DataFrame:
        """The rows that have one of the numbers in a column; or the others."""
        if len(numbers) <= _LISTED:
            named = F.coalesce(F.col(column).isin(list(numbers)), F.lit(False))
            return frame.where(~named if without else named)
        listed = self.session.createDataFrame([(n,) for n in numbers], f"{column} long")
        return frame.join(listed, column, "left_anti" if without else "left_semi")

    def remove(self, *, but: str = "") -> None:
        """Deletes the folder, or everything in it but one part. Frames that ``keep`` gave cannot be read after it."""
        context: Any = self.session.sparkContext
        folder = context._jvm.org.apache.hadoop.fs.Path(self.folder)
        system = folder.getFileSystem(context._jsc.hadoopConfiguration())
        if not but:
            system.delete(folder, True)
            return
        for part in system.listStatus(folder):
            if part.getPath().getName() != but:
                system.delete(part.getPath(), True)

    def __enter__(self) -> Work:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.remove(but="" if kind else self._last)
