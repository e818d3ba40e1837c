"""``python -m newsprint``: the command line, which also reads Parquet, web pages, web archives and feeds, and writes Parquet.

The program says itself which options it has (``--experimental-dump-help``), so that none is listed here a second time.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from importlib import metadata
from pathlib import Path
from typing import Any

from . import _calls, _program
from ._arrow import ArrowFiles, arrow, save
from ._errors import MissingPackage, NewsprintError
from .inputs import compression, kind, prepared

#: The commands that are given inputs of articles, and how many arguments stand before these.
COMMANDS = {
    ("dedupe",): 0,
    ("cluster",): 0,
    ("flag",): 0,
    ("fingerprint",): 0,
    ("report",): 0,
    ("index", "add"): 1,
    ("index", "query"): 1,
}

#: The first version of pyarrow that runs without numpy.
_PYARROW_WITHOUT_NUMPY = 18


def main(line: list[str] | None = None) -> int:
    try:
        return _run(sys.argv[1:], owns_process=True) if line is None else _run(line)
    except NewsprintError as error:
        print(f"newsprint: {error}", file=sys.stderr)
        return 64 if error.status == 64 else 2
    except KeyboardInterrupt:
        return 130


def _run(line: list[str], *, owns_process: bool = False) -> int:
    command = next((names for names in COMMANDS if tuple(line[: len(names)]) == names), None)
    if command is None:
        return _pass_on(line)
    rest, options, words = _split(line[len(command) :], _valued(command))
    before, inputs = words[: COMMANDS[command]], words[COMMANDS[command] :]
    output = Path(options.get("--output") or options.get("-o") or "-")
    wants_table = kind(output) == "parquet" and command != ("report",)
    if not wants_table and not any(_is_foreign(path) for path in inputs):
        return _pass_on(line)
    paths = [Path(path) for path in inputs]
    if wants_table and command == ("dedupe",) and paths and all(kind(path) == "parquet" for path in paths):
        if owns_process:
            _spare_imports()
            _take_memory_from_jemalloc()
        return _dedupe_table(options, paths, output)
    with prepared(inputs) as files, tempfile.TemporaryDirectory(prefix="newsprint-") as folder:
        if not wants_table:
            return _pass_on([*command, *rest, *before, *files])
        result = Path(folder, "result.jsonl")
        at = max(index for index, word in enumerate(rest) if word in ("-o", "--output"))
        rest[at + 1] = str(result)
        status = _pass_on([*command, *rest, *before, *files])
        if status in (0, 1):
            _write_table(result, output)
        return status


def _dedupe_table(options: dict[str, Any], paths: list[Path], output: Path) -> int:
    """Parquet to Parquet: all columns stay as they are."""
    known = {name.lstrip("-").replace("-", "_"): value for name, value in options.items()}
    columns = {name.removesuffix("_field"): value for name, value in known.items() if name.endswith("_field")}
    chosen = {name: value for name, value in known.items() if name in ("level", "keep", "window", "keep_changed", "threads")}
    outlets = Path(known["prefer"]).read_text("utf-8").split("\n") if "prefer" in known else ()
    run = _calls.Run(ArrowFiles(paths), columns)
    with _calls.outlets([name for name in outlets if name]) as ranked:
        gone = run.dropped({**chosen, "prefer": ranked}, None)
    save(run.kept(gone), output)
    if "duplicates" in known:
        listed = Path(known["duplicates"])
        if kind(listed) == "parquet":
            save(run.listed(gone), listed)
        else:
            listed.write_text("".join(json.dumps(row) + "\n" for row in run.listed(gone).to_pylist()))
    if not known.get("quiet"):
        print(f"Kept {run.frame.count - len(gone):,}, dropped {len(gone):,}.", file=sys.stderr)
    return 0


def _spare_imports() -> None:
    """Keeps numpy out of a process that takes rows out of Parquet files and does nothing else.

    pyarrow imports it where it is, and with the first array made of Python's values pandas too: half a second of CPU, a tenth of what
    100,000 articles cost, and neither is used. An older pyarrow does not come without numpy.
    """
    try:
        major = int(metadata.version("pyarrow").partition(".")[0])
    except (metadata.PackageNotFoundError, ValueError):
        return
    if major >= _PYARROW_WITHOUT_NUMPY:
        sys.modules.setdefault("numpy", None)  # type: ignore[arg-type]


def _take_memory_from_jemalloc() -> None:
    """mimalloc, pyarrow's own choice, gives pages back and takes them again: up to a second of the system's time for 200 MB of texts."""
    pa = arrow()
    if "jemalloc" in pa.supported_memory_backends():
        pa.set_memory_pool(pa.jemalloc_memory_pool())


def _write_table(lines: Path, output: Path) -> None:
    try:
        import pyarrow.json
    except ImportError as error:
        raise MissingPackage(f"{output.suffix} files", "pyarrow") from error
    save(pyarrow.json.read_json(lines, read_options=pyarrow.json.ReadOptions(block_size=64 << 20)), output)


def _pass_on(line: list[str]) -> int:
    return subprocess.run([_program.program(), *line], env=_program.environment()).returncode


def _is_foreign(path: str) -> bool:
    if os.path.isdir(path):
        return any(kind(file) or compression(file) for file in Path(path).rglob("*") if file.is_file())
    return bool(kind(path) or compression(path))


def _valued(command: tuple[str, ...]) -> set[str]:
    """The command's options that are followed by a value."""
    dumped = subprocess.run(
        [_program.program(), "--experimental-dump-help"], capture_output=True, check=True, env=_program.environment()
    )
    known = json.loads(dumped.stdout)["command"]
    for name in command:
        known = next((one for one in known["subcommands"] if one["commandName"] == name), {"arguments": []})
    return {
        ("-" if len(name["name"]) == 1 else "--") + name["name"]
        for argument in known["arguments"]
        if argument["kind"] == "option"
        for name in argument["names"]
    }


def _split(words: list[str], valued: set[str]) -> tuple[list[str], dict[str, Any], list[str]]:
    """The words that are no inputs, the options among them with their values, and the inputs."""
    rest: list[str] = []
    options: dict[str, Any] = {}
    inputs: list[str] = []
    waiting = iter(words)
    for word in waiting:
        name, equals, value = word.partition("=")
        if word == "--":
            inputs += waiting
        elif name in valued:
            options[name] = value if equals else next(waiting, "")
            rest += [name, options[name]]
        elif word.startswith("-") and word != "-":
            options[word] = True
            rest.append(word)
        else:
            inputs.append(word)
    return rest, options, inputs


if __name__ == "__main__":
    sys.exit(main())
