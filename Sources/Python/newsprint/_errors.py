"""What goes wrong, as exceptions."""

from __future__ import annotations

import re


class NewsprintError(Exception):
    """A call that failed; nothing was written.

    Attributes:
        message: what is wrong and what to do, one sentence or two.
        location: the input, with the line where there is one (``scrape.jsonl:17``), or None.
        status: the program's exit status: 2 for what could not be done, 64 for wrong usage.
    """

    def __init__(self, message: str, location: str | None = None, status: int = 2):
        super().__init__(f"{location}: {message}" if location else message)
        self.message = message
        self.location = location
        self.status = status


class UsageError(NewsprintError, ValueError):
    """An argument that makes no sense: an unknown level, a threshold out of range."""


class InputError(NewsprintError):
    """An input that cannot be had: a missing file, a table without the named column."""


class MissingPackage(NewsprintError, ImportError):
    """A package that this kind of input or output needs is not installed."""

    def __init__(self, what: str, package: str):
        super().__init__(f"{what} needs {package}. Install it: pip install {package}")


class SkippedArticles(UserWarning):
    """Some articles were left out of a result; the text names them."""


# "newsprint: scrape.jsonl:17: no such field. Name it." The place is a path, with a line or without.
_MESSAGE = re.compile(r"^newsprint: (?:(?P<place>[^\s:][^:]*(?::\d+)?): )?(?P<text>.*)$")


def from_program(status: int, errors: str) -> NewsprintError:
    """The exception for what the program said on standard error when it ended."""
    lines = [line for line in errors.splitlines() if line.strip()]
    if status == 64:
        said = [line.removeprefix("Error: ") for line in lines if not line.startswith(("Help:", "Usage:", "  See "))]
        return UsageError(" ".join(said) or "wrong usage", status=64)
    if status < 0:
        return NewsprintError(f"the program was ended by signal {-status}.", status=status)
    for line in reversed(lines):
        if found := _MESSAGE.match(line):
            kind = InputError if found["place"] else NewsprintError
            return kind(found["text"], found["place"], status)
    return NewsprintError(" ".join(lines[-3:]) or f"the program ended with status {status}.", status=status)
