"""``python -m newsprint dedupe a.parquet -o b.parquet``: rows are taken out of tables, and all columns stay as they are."""

from __future__ import annotations

import sys
import warnings
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from . import _calls
from ._arrow import ArrowFiles, arrow, save, writable
from ._errors import SkippedArticles, UsageError

#: The first version of pyarrow that runs without numpy.
_PYARROW_WITHOUT_NUMPY = 18

#: What is done here; every other option is the program's, which knows the wrong ones.
_OWN = ("-o", "--output", "--duplicates", "-q", "--quiet", "-v", "--verbose")


def dedupe(options: Mapping[str, Any], paths: Sequence[Path], output: Path, *, spares_changes: bool) -> int:
    """Runs the command.

    Args:
        options: by name; those without a value have True.
        spares_changes: whether the program can leave out what dropped copies changed, which nobody asked for who wants no list of them.
    """
    listed = Path(options["--duplicates"]) if "--duplicates" in options else None
    outputs = [output] if listed is None else [output, listed]
    _check(outputs, paths)
    columns = {name[2:].removesuffix("-field"): value for name, value in options.items() if name.endswith("-field")}
    passed = {name: value for name, value in options.items() if name not in _OWN and not name.endswith("-field")}
    if listed is None and spares_changes:
        passed["--no-changes"] = True
    words = [word for name, value in passed.items() for word in ([name] if value is True else [name, value])]
    is_quiet = "-q" in options or "--quiet" in options
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always", SkippedArticles)
        run = _calls.Run(ArrowFiles(paths), columns)
        gone = run.dropped({}, False if is_quiet else None, words)
    save(run.kept(gone), output)
    if listed is not None:
        run.write_list(gone, listed)
    for warning in said:
        print(f"warning: {warning.message}", file=sys.stderr)
    if not is_quiet:
        print(_summary(run.frame.count, gone), file=sys.stderr)
    return 0


def _check(outputs: Sequence[Path], inputs: Sequence[Path]) -> None:
    """Sees to it, before the work, that the outputs can be written and take no other file's place."""
    places: dict[Path, Path] = {}
    for output in outputs:
        if other := places.get(output.resolve()):
            raise UsageError(f"Two outputs cannot go to the same place ({other} and {output}). Name another file.", status=64)
        places[output.resolve()] = output
        writable(output)
    for name in inputs:
        if output_there := places.get(name.resolve()):
            raise UsageError(f"{output_there} is also read, as {name}, and would be lost. Name another output.", status=64)


def _summary(count: int, gone: Mapping[int, Mapping[str, Any]]) -> str:
    """What the program says, of all rows."""
    reasons = Counter(record["reason"] for record in gone.values())
    why = ", ".join(f"{number:,} {reason}" for reason, number in sorted(reasons.items(), key=lambda one: (-one[1], one[0])))
    said = f"Kept {count - len(gone):,}, dropped {len(gone):,}" + (f" ({why})." if why else ".")
    changed = sum(1 for record in gone.values() if record.get("changed"))
    return said + (f" {changed:,} dropped with a serious change: --keep-changed keeps them." if changed else "")


def lighten() -> None:
    """Makes a process that runs this command and nothing else take less.

    pyarrow imports numpy where it is, and with the first array made of Python's values pandas too: half a second of CPU, a tenth of what
    100,000 articles cost, and neither is used. And its own choice of memory, mimalloc, gives pages back and takes them again: up to a
    second of the system's time for 200 MB of texts.
    """
    try:
        major = int(metadata.version("pyarrow").partition(".")[0])
    except (metadata.PackageNotFoundError, ValueError):
        return
    if major >= _PYARROW_WITHOUT_NUMPY:
        sys.modules.setdefault("numpy", None)  # type: ignore[arg-type]
    pa = arrow()
    if "jemalloc" in pa.supported_memory_backends():
        pa.set_memory_pool(pa.jemalloc_memory_pool())
