"""An index on the disk that grows day by day: ``newsprint index`` as a class."""

from __future__ import annotations

import json
import os
import tempfile
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from . import _frames, _program
from ._calls import Articles, Drift, PathLike, Severity, are_paths, fields
from ._calls import paths as names
from ._errors import InputError, SkippedArticles
from ._lines import line
from ._program import Progress
from .inputs import prepared


class Index:
    """Stories of articles that come over days and months, in one file.

        >>> index = newsprint.Index("news.index")
        >>> index.add(monday)                        # a table, a list of dicts, or paths; every article with an id of its own
        >>> index.query(tuesday)                     # what they would be; nothing is stored
        >>> index.clusters()                         # a row for each article

    Args:
        path: the file; ``add`` makes it where there is none.
        scope: a part of the index that sees only itself, for articles that others must not see.

    Every method raises ``NewsprintError`` when the program fails: the index is then as it was, or as far as it said it was.
    """

    def __init__(self, path: PathLike, *, scope: str | None = None):
        self.path = Path(path)
        self.scope = scope

    def add(
        self,
        articles: Articles,
        *,
        window: str | None = None,
        defer_stories: bool = False,
        threads: int | None = None,
        progress: Progress = None,
        **columns: str,
    ) -> None:
        """Puts articles in, each into its story. Of an id that is there another text is a new version.

        Args:
            window: only against stored articles that were published within this time of them: ``72h``, ``30d``.
            defer_stories: store only, which is fastest for a year in many parts; ``refresh`` behind the last finds the stories.
            columns: names of columns, where they are others than id, text, title, url, source, published and language.
        """
        options = {"window": window, "defer_stories": defer_stories, "threads": threads, **fields(columns)}
        with self._crossing(articles) as files:
            outcome = self._run("add", options, files, progress=progress)
        if outcome.skipped:
            warnings.warn(outcome.notes.strip(), SkippedArticles, stacklevel=2)

    def query(
        self,
        articles: Articles,
        *,
        window: str | None = None,
        drift: Drift = "precise",
        min_severity: Severity = "minor",
        changes: bool = True,
        threads: int | None = None,
        **columns: str,
    ) -> list[dict[str, Any]]:
        """What the articles would be in the index, in their order: ``story`` and ``event`` (None when new), ``role``, ``parent``,
        ``similarity`` and, if wanted, the serious ``changes``. They do not see each other."""
        options = {"window": window, "drift": drift, "min_severity": min_severity, "no_changes": not changes, "threads": threads}
        options |= fields(columns)
        with self._crossing(articles) as files:
            return self._records("query", options, files)

    def remove(self, ids: Iterable[str | int]) -> None:
        """Takes articles out, with all their versions. A ``SkippedArticles`` warning names ids that are not there."""
        outcome = self._run("remove", {}, [str(id) for id in ids])
        if outcome.skipped:
            warnings.warn(outcome.notes.strip(), SkippedArticles, stacklevel=2)

    def clusters(self) -> list[dict[str, Any]]:
        """A row for each article in the order they came: its story, event, role and parent."""
        return self._records("clusters", {}, [])

    def export(self) -> Iterator[dict[str, Any]]:
        """The records as they came."""
        with self._output("export", {}, []) as file:
            yield from _frames.lines(file)

    def report(
        self,
        output: PathLike,
        *,
        format: Literal["html", "markdown", "csv", "json", "graphml"] = "html",
        title: str | None = None,
        anonymise: bool = False,
        no_text: bool = False,
    ) -> Path:
        """Writes a report on what is stored: a name that ends in ``.html`` for one file, any other for a folder."""
        options = {"format": format, "title": title, "anonymise": anonymise, "no_text": no_text, "output": output}
        self._run("report", options, [])
        return Path(output)

    def stats(self) -> dict[str, Any]:
        """How much is in the index, and how many bytes take what."""
        with self._output("stats", {"json": True}, [], scoped=False) as file:
            return dict(json.load(file))

    def check(self) -> None:
        """Holds every record, reference and key against the others.

        Raises:
            InputError: they do not agree.
        """
        outcome = self._run("check", {}, [], scoped=False)
        if outcome.skipped:
            raise InputError(outcome.notes.strip(), str(self.path))

    def refresh(self) -> str:
        """Clusters everything anew, and says how far the stories agreed with that."""
        return self._run("refresh", {}, []).notes.strip()

    def compact(self) -> None:
        """Writes the file anew without what is gone."""
        self._run("compact", {}, [], scoped=False)

    def upgrade(self) -> None:
        """Makes the keys anew, for an index that an older program made."""
        self._run("upgrade", {}, [], scoped=False)

    @contextmanager
    def _crossing(self, articles: Articles) -> Iterator[list[str]]:
        """The articles as files for the program."""
        if are_paths(articles):
            with prepared(names(articles)) as files:
                yield files
            return
        with tempfile.NamedTemporaryFile(prefix="newsprint-", suffix=".jsonl") as file:
            for record in _frames.frame(articles).records():
                file.write(line({name: value for name, value in record.items() if value is not None}))
            file.flush()
            yield [file.name]

    def _line(self, command: str, options: Mapping[str, object], words: list[str], *, scoped: bool) -> list[str]:
        given = {**options, "scope": self.scope} if scoped else options
        return ["index", command, *_program.arguments(given), "--", os.fspath(self.path), *words]

    def _run(
        self, command: str, options: Mapping[str, object], words: list[str], *, scoped: bool = True, progress: Progress = False
    ) -> _program.Outcome:
        return _program.run(self._line(command, options, words, scoped=scoped), progress=progress)

    @contextmanager
    def _output(self, command: str, options: Mapping[str, object], words: list[str], *, scoped: bool = True) -> Iterator[Any]:
        with tempfile.TemporaryFile() as file:
            _program.run(self._line(command, options, words, scoped=scoped), output=file, progress=False)
            file.seek(0)
            yield file

    def _records(self, command: str, options: Mapping[str, object], words: list[str]) -> list[dict[str, Any]]:
        with self._output(command, options, words) as file:
            return list(_frames.lines(file))
