"""Parquet, Arrow and Feather files, by pyarrow, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .._errors import InputError, MissingPackage


def articles(path: Path) -> Iterator[dict[str, Any]]:
    for batch in batches(path):
        yield from batch.to_pylist()


def batches(path: Path) -> Iterator[Any]:
    """The record batches of a file."""
    try:
        import pyarrow
        import pyarrow.feather
        import pyarrow.parquet
    except ImportError as error:
        raise MissingPackage(f"{path.suffix} files", "pyarrow") from error
    try:
        if path.suffix.lower() == ".parquet":
            with pyarrow.parquet.ParquetFile(path) as file:
                yield from file.iter_batches(batch_size=4096)
        else:
            yield from pyarrow.feather.read_table(path).to_batches(max_chunksize=4096)
    except (pyarrow.ArrowInvalid, OSError) as error:
        raise InputError(f"the file cannot be read: {error}.", str(path)) from error


def table(paths: list[Path]) -> Any:
    """The rows of several files of one schema as one pyarrow table."""
    import pyarrow

    return pyarrow.Table.from_batches([batch for path in paths for batch in batches(path)])
