"""The calls: tables or paths in, tables out; the program does the work."""

from __future__ import annotations

import json
import os
import tempfile
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from . import _arrow, _frames, _program
from ._errors import InputError, SkippedArticles
from ._ids import Ids
from ._program import Progress
from ._results import Comparison, Deduplication, comparison
from .inputs import kind, prepared

PathLike = str | os.PathLike[str]
#: A pyarrow, pandas or polars table, a list of dicts, or paths of files and folders.
Articles = Any
Level = Literal["identical", "copy", "story"]
Keep = Literal["original", "longest", "earliest", "latest", "first"]
Roles = Literal["auto", "full", "fast", "none"]
Drift = Literal["precise", "sensitive"]
Severity = Literal["minor", "major", "critical"]


def dedupe(
    articles: Articles,
    *,
    level: Level = "copy",
    keep: Keep = "original",
    prefer: Sequence[str] = (),
    window: str | None = None,
    keep_changed: bool = False,
    output: PathLike | None = None,
    duplicates: PathLike | None = None,
    threads: int | None = None,
    progress: Progress = None,
    **columns: str,
) -> Deduplication[Any]:
    """Keeps one article of each group of copies.

    Args:
        articles: a table, a list of dicts, or a path or paths.
        level: how alike articles must be: ``identical``, ``copy``, or ``story`` (rewrites too).
        keep: which of a group stays.
        prefer: outlets whose copies stay rather than others, the most preferred first: names or hosts.
        window: copies count only within this time of the kept one: ``90m``, ``72h``, ``7d``.
        keep_changed: keep copies that say something else than the article they copy.
        output: for paths, where the kept records go, as they came in; then ``kept`` is that path.
        duplicates: for paths, where the dropped ones are listed; then ``dropped`` is that path.
        columns: names of columns, where they are others than id, text, title, url, source, published and language.

    Rows of a table that have no text are copies of nothing: they stay, and a SkippedArticles warning counts them. Of paths, the
    program leaves them out and names them. Articles of Parquet files without ids are called FILE:NUMBER.

    Raises:
        UsageError, InputError, NewsprintError
    """
    options = dict(level=level, keep=keep, window=window, keep_changed=keep_changed, threads=threads)
    with _outlets(prefer) as ranked:
        options["prefer"] = ranked
        if are_paths(articles):
            return _dedupe_paths(articles, output, duplicates, options, progress, columns)
        if output or duplicates:
            raise InputError("output and duplicates are for paths; a table comes back as a table.")
        run = Run(articles, columns)
        gone = run.dropped(options, progress)
    return Deduplication(run.kept(gone), run.listed(gone))


def cluster(
    articles: Articles,
    *,
    roles: Roles = "auto",
    flags: bool = False,
    threads: int | None = None,
    progress: Progress = None,
    **columns: str,
) -> Any:
    """Groups articles into stories and events.

    Returns:
        A table of the kind that was given (paths: a list of dicts), a row for each article in its order: ``id``, ``cluster``,
        ``event``, ``size``, ``role``, ``original``, ``parent``, ``similarity``, ``wire`` and more.

    Raises:
        UsageError, InputError, NewsprintError
    """
    return _by_row(
        "cluster", articles, dict(roles=roles, flags=flags, threads=threads), progress, columns, ("original", "parent")
    )


def flag(
    articles: Articles,
    *,
    alone: bool = False,
    threads: int | None = None,
    progress: Progress = None,
    **columns: str,
) -> Any:
    """Flags low-quality articles, with evidence.

    Args:
        alone: judge each article on its own rather than beside the others.

    Returns:
        A row for each article in its order: ``id``, ``score`` (0 clean to 1) and ``flags``.
    """
    return _by_row("flag", articles, dict(alone=alone, threads=threads), progress, columns, ())


def fingerprint(articles: Articles, *, threads: int | None = None, progress: Progress = None, **columns: str) -> Any:
    """Signatures and band keys of every article, for other engines: a row for each article in its order."""
    return _by_row("fingerprint", articles, dict(threads=threads), progress, columns, ())


def compare(
    a: str | Mapping[str, Any],
    b: str | Mapping[str, Any],
    *,
    drift: Drift = "precise",
    min_severity: Severity = "minor",
) -> Comparison:
    """How text B differs from text A: relation, similarity, and what the copying changed."""
    return compare_pairs([(a, b)], drift=drift, min_severity=min_severity)[0]


def compare_pairs(
    pairs: Iterable[tuple[str | Mapping[str, Any], str | Mapping[str, Any]]],
    *,
    drift: Drift = "precise",
    min_severity: Severity = "minor",
    threads: int | None = None,
    progress: Progress = None,
) -> list[Comparison]:
    """``compare`` for many pairs in one run, in their order."""
    options = dict(drift=drift, min_severity=min_severity, threads=threads)
    asked = (json.dumps({"a": _text(a), "b": _text(b)}).encode() + b"\n" for a, b in pairs)
    with tempfile.TemporaryFile() as file:
        line = ["compare", "--pairs", "-", *_program.arguments(options)]
        _program.run(line, input=asked, output=file, progress=progress)
        file.seek(0)
        return [comparison(record) for record in _frames.lines(file)]


def report(
    articles: Articles,
    output: PathLike,
    *,
    format: Literal["html", "markdown", "csv", "json", "graphml"] = "html",
    title: str | None = None,
    anonymise: bool = False,
    no_text: bool = False,
    drift: Drift = "precise",
    threads: int | None = None,
    progress: Progress = None,
    **columns: str,
) -> Path:
    """Writes a report to read in a browser: a name that ends in ``.html`` for one file, any other for a folder.

    Returns:
        Where it was written.
    """
    options = dict(format=format, title=title, anonymise=anonymise, no_text=no_text, drift=drift, threads=threads, output=output)
    if are_paths(articles):
        with prepared(paths(articles)) as files:
            _program.run(["report", *_program.arguments({**options, **fields(columns)}), "--", *files], progress=progress)
    else:
        Run(articles, columns)("report", options, progress)
    return Path(output)


def explain(name: str | None = None) -> str:
    """What a drift category, a quality flag or another word of the outputs means; all of them without a name."""
    with tempfile.TemporaryFile() as file:
        _program.run(["explain", *([name] if name else [])], output=file, progress=False)
        file.seek(0)
        return file.read().decode()


class Run:
    """A table on its way through the program."""

    def __init__(self, articles: Articles, columns: Mapping[str, str]):
        self.frame = _frames.frame(articles)
        have = list(self.frame.columns())
        for field, name in columns.items():
            if field != "id" and field not in _frames.FIELDS:
                raise TypeError(f"no option or column is called {field!r}")
            if name not in have:
                raise InputError(f'no column is called "{name}" (found: {", ".join(have)}). Name the right one.')
        wanted = {field: columns.get(field, field) for field in _frames.FIELDS}
        self.fields = {field: name for field, name in wanted.items() if name in have}
        id = columns.get("id", "id")
        # Without a text the program looks for the usual names among all there are.
        self.columns = list(self.fields.values()) if "text" in self.fields else [name for name in have if name != id]
        self.ids = self.frame.ids(id) if id in have else Ids(range(self.frame.count), self.frame.count)

    def __call__(
        self, command: str, options: Mapping[str, Any], progress: Progress, *, listed: str | None = None, words: Sequence[str] = ()
    ) -> dict[int, dict[str, Any]]:
        """Runs a command on the table.

        Returns:
            The records of the file that the option ``listed`` names, or of standard output, by row; ids in the records are the
            program's.
        """
        with tempfile.TemporaryDirectory(prefix="newsprint-") as folder:
            source, result = Path(folder, "articles" + self.frame.suffix), Path(folder, "result.jsonl")
            self.frame.write(self.columns, self.ids.sent, source)
            line = [command, *_program.arguments({**options, **fields({**self.fields, "id": _arrow.ID})}), *words, str(source)]
            if listed:
                # Rows that stay are chosen here. Under an input's ending the program need not make JSON of them first.
                unread = Path(folder, "unread" + self.frame.suffix)
                unread.symlink_to(os.devnull)
                outcome = _program.run([*line, listed, str(result), "--output", str(unread)], progress=progress)
            else:
                with result.open("wb") as output:
                    outcome = _program.run(line, output=output, progress=progress)
            if outcome.skipped:
                warnings.warn(_reasons(outcome.notes, str(source)), SkippedArticles, stacklevel=4)
            with result.open("rb") as file:
                records = list(_frames.lines(file)) if command != "report" else []
            return dict(zip(self.ids.rows([str(record["id"]) for record in records]), records, strict=True))

    def dropped(self, options: Mapping[str, Any], progress: Progress, words: Sequence[str] = ()) -> dict[int, dict[str, Any]]:
        """What ``dedupe`` says of the rows that go; ``words`` are more options as the command line has them."""
        return self("dedupe", options, progress, listed="--duplicates", words=words)

    def kept(self, gone: Mapping[int, Any]) -> Any:
        return self.frame.keep([row for row in range(self.frame.count) if row not in gone])

    def listed(self, gone: Mapping[int, Mapping[str, Any]]) -> Any:
        """The dropped rows as a table."""
        return self.frame.table([self.named(record, row, "duplicate_of") for row, record in sorted(gone.items())])

    def write_list(self, gone: Mapping[int, Mapping[str, Any]], path: Path) -> None:
        """Writes the dropped rows of an Arrow table to a file, a table or lines of JSON as its name says."""
        if kind(path) == "parquet":
            _arrow.save(self.listed(gone), path)
        else:
            path.write_text("".join(json.dumps(row) + "\n" for row in self.listed(gone).to_pylist()))

    def named(self, record: Mapping[str, Any], row: int, *references: str) -> dict[str, Any]:
        """The record with the caller's ids, its own first."""
        named = {"id": self.ids.names[row], **{key: value for key, value in record.items() if key != "id"}}
        for field in references:
            if named.get(field) is not None:
                named[field] = self.ids.name(str(named[field]))
        return named


def _reasons(notes: str, source: str) -> str:
    """Why rows were left out, each reason once; lines of the file that crossed would mean nothing to the caller."""
    start = source + ":"
    said = [line.removeprefix(start).partition(": ")[2] for line in notes.splitlines() if line.startswith(start)]
    counts = {reason: said.count(reason) for reason in dict.fromkeys(said)}
    return " ".join(f"{reason} ({count} {'row' if count == 1 else 'rows'})" for reason, count in counts.items()) or notes.strip()


def _by_row(
    command: str,
    articles: Articles,
    options: Mapping[str, Any],
    progress: Progress,
    columns: Mapping[str, str],
    references: tuple[str, ...],
) -> Any:
    if are_paths(articles):
        with prepared(paths(articles)) as files, tempfile.TemporaryFile() as output:
            line = [command, *_program.arguments({**options, **fields(columns)}), "--", *files]
            outcome = _program.run(line, output=output, progress=progress)
            if outcome.skipped:
                warnings.warn(outcome.notes.strip(), SkippedArticles, stacklevel=3)
            output.seek(0)
            return list(_frames.lines(output))
    run = Run(articles, columns)
    found = run(command, options, progress)
    empty = dict.fromkeys(next(iter(found.values()), {}))
    rows = [run.named(found.get(row, empty), row, *references) for row in range(run.frame.count)]
    return run.frame.table(rows)


def _dedupe_paths(
    articles: Articles,
    output: PathLike | None,
    duplicates: PathLike | None,
    options: Mapping[str, Any],
    progress: Progress,
    columns: Mapping[str, str],
) -> Deduplication[Any]:
    if output and kind(output) == "parquet" and all(kind(path) == "parquet" for path in paths(articles)):
        # Rows of tables stay as they are.
        run = Run(_arrow.ArrowFiles([Path(path) for path in paths(articles)]), columns)
        gone = run.dropped(options, progress)
        _arrow.save(run.kept(gone), Path(output))
        if duplicates:
            run.write_list(gone, Path(duplicates))
        return Deduplication(Path(output), Path(duplicates) if duplicates else run.listed(gone).to_pylist())
    with prepared(paths(articles)) as files, tempfile.TemporaryDirectory(prefix="newsprint-") as folder:
        # Tables are made of the program's lines.
        tables = {name: path for name, path in (("kept", output), ("dropped", duplicates)) if path and kind(path) == "parquet"}
        kept = Path(output) if output and "kept" not in tables else Path(folder, "kept.jsonl")
        dropped = Path(duplicates) if duplicates and "dropped" not in tables else Path(folder, "dropped.jsonl")
        for path in tables.values():
            _arrow.writable(Path(path))
        line = ["dedupe", *_program.arguments({**options, **fields(columns), "output": kept, "duplicates": dropped})]
        outcome = _program.run([*line, "--", *files], progress=progress)
        if outcome.skipped:
            warnings.warn(outcome.notes.strip(), SkippedArticles, stacklevel=3)

        def read(path: Path) -> list[dict[str, Any]]:
            with path.open("rb") as file:
                return list(_frames.lines(file))

        for name, path in tables.items():
            _arrow.save(_arrow.table_of_lines(kept if name == "kept" else dropped, Path(path)), Path(path))
        return Deduplication(Path(output) if output else read(kept), Path(duplicates) if duplicates else read(dropped))


def fields(columns: Mapping[str, str]) -> dict[str, str]:
    return {f"{field}_field": name for field, name in columns.items()}


def _text(article: str | Mapping[str, Any]) -> str:
    if isinstance(article, str):
        return article
    if isinstance(article, Mapping) and isinstance(article.get("text"), str):
        return str(article["text"])
    raise TypeError('an article to compare is a string, or a dict with a "text"')


def are_paths(articles: Articles) -> bool:
    if isinstance(articles, (str, os.PathLike)):
        return True
    return isinstance(articles, (list, tuple)) and bool(articles) and all(isinstance(one, (str, os.PathLike)) for one in articles)


def paths(articles: Articles) -> list[str]:
    one = isinstance(articles, (str, os.PathLike))
    return [os.fspath(path) for path in ([articles] if one else articles)]


@contextmanager
def _outlets(names: Sequence[str]) -> Iterator[str | None]:
    if not names:
        yield None
        return
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("\n".join(names) + "\n")
        file.flush()
        yield file.name
