"""Articles that one executor holds go through the program as one batch, in one task: a tenth of the work of a chain of stages, which
reads every article several times and moves what has to be together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pyspark.sql import functions as F

from . import _filter

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from ._job import Job

#: Bytes of articles, as Spark estimates them, that one task takes: some million articles of compressed Parquet. Of a table that Spark
#: can say nothing of it assumes more.
MOST_BYTES = 2 << 30

#: What the program may take for keys and texts; more goes to temporary files.
_MEMORY = "2G"

#: A line of the program's, or none in a row that says that the ids are not the articles' own.
_SCHEMA = "line string"

#: The column of ids; no other field of the program has this name.
_ID = "newsprint_id"


def lines(job: Job, words: Sequence[str]) -> DataFrame | None:
    """The lines that the program writes about the articles; None where these are too many for it, or where ids are missing or come twice.

    Args:
        words: a command with its options, which gives its lines on standard output.
    """
    frame: Any = job.frame
    if int(frame._jdf.queryExecution().optimizedPlan().stats().sizeInBytes()) > MOST_BYTES:
        return None
    context: Any = job.work.session.sparkContext
    step = Whole(list(job.fields), [*words, "--memory", _MEMORY], _cores(context))
    found = job.work.keep("lines", job.texts().repartition(1).mapInArrow(step, _SCHEMA))
    return None if found.where(F.col("line").isNull()).first() else found


def _cores(context: Any) -> int:
    """The cores of an executor: no other task runs in this step."""
    if context.master.startswith("local"):
        return int(context.defaultParallelism)
    return int(context.getConf().get("spark.executor.cores", "1"))


class Whole:
    """To be given to ``mapInArrow``: columns ``id``, ``hash`` of the id, and ``fields`` in, in one partition; the program's lines out.

    They cross as CSV by pyarrow's own writer, see ``newsprint._arrow``.
    """

    def __init__(self, fields: Sequence[str], words: Sequence[str], cores: int):
        self.fields = list(fields)
        named = [word for field in self.fields for word in (f"--{field}-field", field)]
        self.words = [*words, "--id-field", _ID, *named]
        self.cores = cores

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        import numpy
        import pyarrow

        hashes: list[Any] = []
        with _filter.Program(self.words, cores=self.cores) as program:
            program.write(",".join([_ID, *self.fields]).encode() + b"\n")
            for batch in batches:
                hashes.append(batch.column("hash").to_numpy(zero_copy_only=False))
                if batch.column("id").null_count or pyarrow.compute.any(pyarrow.compute.equal(batch.column("id"), "")).as_py():
                    yield _unfit()
                    return
                program.write(_csv(batch.select(["id", *self.fields])))
            if hashes and len(numpy.unique(numpy.concatenate(hashes))) < sum(map(len, hashes)):
                yield _unfit()
                return
            for part in _parts(program.rows()):
                yield pyarrow.RecordBatch.from_arrays([pyarrow.array(part, pyarrow.string())], ["line"])


def _csv(batch: Any) -> Any:
    import pyarrow
    import pyarrow.csv

    sink = pyarrow.BufferOutputStream()
    pyarrow.csv.write_csv(batch, sink, pyarrow.csv.WriteOptions(include_header=False))
    return memoryview(sink.getvalue())


def _parts(rows: Iterable[bytes]) -> Iterator[list[str]]:
    part: list[str] = []
    for row in rows:
        part.append(row.decode())
        if len(part) == 4096:
            yield part
            part = []
    if part:
        yield part


def _unfit() -> Any:
    import pyarrow

    return pyarrow.RecordBatch.from_arrays([pyarrow.nulls(1, pyarrow.string())], ["line"])
