"""Parquet, Arrow and Feather files, by pyarrow, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .._errors import InputError, MissingPackage


def articles(path: Path) -> Iterator[dict[str, Any]]:
    for batch in batches(path):
        yield from batch.to_pylist()


def batches(path: Path, columns: list[str] | None = None) -> Iterator[Any]:
    """The record batches of a file, of all its columns or of some."""
    with _opened(path) as file:
        if path.suffix.lower() == ".parquet":
            yield from file.iter_batches(batch_size=4096, columns=columns)
        else:
            yield from file.to_table(columns=columns).to_batches(max_chunksize=4096)


def schema(path: Path) -> tuple[Any, int]:
    """The columns of a file, and how many rows it has."""
    with _opened(path) as file:
        if path.suffix.lower() == ".parquet":
            return file.schema_arrow, file.metadata.num_rows
        return file.schema, file.count_rows()


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingPackage(f"{path.suffix} files", "pyarrow") from error
    try:
        if path.suffix.lower() == ".parquet":
            with pyarrow.parquet.ParquetFile(path) as file:
                yield file
        else:
            import pyarrow.dataset

            yield pyarrow.dataset.dataset(path, format="feather")
    except (pyarrow.ArrowInvalid, OSError) as error:
        raise InputError(f"the file cannot be read: {error}.", str(path)) from error
