"""``python -m newsprint``: the command line, which also reads Parquet, web pages, web archives and feeds, and writes Parquet.

The program says itself which options it has (``--experimental-dump-help``), so that none is listed here a second time.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from . import _program, _table_command
from ._arrow import save, table_of_lines, writable
from ._errors import NewsprintError
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
    known = _options(command)
    valued = {name for argument in known if argument["kind"] == "option" for name in _names(argument)}
    rest, options, words = _split(line[len(command) :], valued)
    before, inputs = words[: COMMANDS[command]], words[COMMANDS[command] :]
    outputs = {name: Path(value) for name, value in options.items() if name in ("-o", "--output", "--duplicates")}
    tables = {} if command == ("report",) else {name: path for name, path in outputs.items() if kind(path) == "parquet"}
    only_tells = not options.keys().isdisjoint(("-h", "--help", "--version"))
    if only_tells or (not tables and not any(_is_foreign(path) for path in inputs)):
        return _pass_on(line)
    paths = [Path(path) for path in inputs]
    output = tables.get("--output") or tables.get("-o")
    if output is not None and command == ("dedupe",) and paths and all(kind(path) == "parquet" for path in paths):
        if owns_process:
            _table_command.lighten()
        flags = {name for argument in known for name in _names(argument)}
        return _table_command.dedupe(options, paths, output, spares_changes="--no-changes" in flags)
    for path in tables.values():
        writable(path)
    # Kept records are written as they came; who asks for a list of the dropped needs to know which is which.
    is_named = command != ("dedupe",) or "--duplicates" in options
    with prepared(inputs, named=is_named) as files, tempfile.TemporaryDirectory(prefix="newsprint-") as folder:
        # What is to be a table is made of the program's lines.
        lines = {name: Path(folder, name.lstrip("-") + ".jsonl") for name in tables}
        for at, word in enumerate(rest):
            if word in lines:
                rest[at + 1] = str(lines[word])
        status = _pass_on([*command, *rest, *before, *files])
        for name, path in tables.items():
            # Of inputs without an article the program writes nothing.
            if status in (0, 1) and lines[name].exists():
                save(table_of_lines(lines[name], path), path)
        return status


def _pass_on(line: list[str]) -> int:
    return subprocess.run([_program.program(), *line], env=_program.environment()).returncode


def _is_foreign(path: str) -> bool:
    if os.path.isdir(path):
        return any(kind(file) or compression(file) for file in Path(path).rglob("*") if file.is_file())
    return bool(kind(path) or compression(path))


def _options(command: tuple[str, ...]) -> list[dict[str, Any]]:
    """What the program says of the command's arguments."""
    dumped = subprocess.run(
        [_program.program(), "--experimental-dump-help"], capture_output=True, check=True, env=_program.environment()
    )
    known = json.loads(dumped.stdout)["command"]
    for name in command:
        known = next((one for one in known["subcommands"] if one["commandName"] == name), {"arguments": []})
    return list(known["arguments"])


def _names(argument: dict[str, Any]) -> list[str]:
    return [("-" if len(name["name"]) == 1 else "--") + name["name"] for name in argument.get("names", ())]


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
