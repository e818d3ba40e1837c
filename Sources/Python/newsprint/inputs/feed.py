"""RSS and Atom feeds, by feedparser; an entry's ``<source>`` stays, since it names the outlet that it came from."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .._errors import InputError, MissingPackage


def articles(path: Path) -> Iterator[dict[str, Any]]:
    try:
        import feedparser
    except ImportError as error:
        raise MissingPackage("feeds", "feedparser") from error
    try:
        feed = feedparser.parse(path.read_bytes())
    except OSError as error:
        raise InputError(f"the file cannot be read: {error.strerror}.", str(path)) from error
    if not feed.version and not feed.entries:
        raise InputError("the file is no RSS or Atom feed.", str(path))
    outlet = feed.feed.get("title")
    for entry in feed.entries:
        content = entry.get("content") or [{"value": entry.get("summary", "")}]
        date = entry.get("published_parsed") or entry.get("updated_parsed")
        origin = entry.get("source") or {}
        article = {
            "id": entry.get("id") or entry.get("link"),
            "title": entry.get("title"),
            "url": entry.get("link"),
            "source": outlet,
            "syndication_source": origin.get("title") or origin.get("href"),
            "published": time.strftime("%Y-%m-%dT%H:%M:%SZ", date) if date else None,
            "language": feed.feed.get("language"),
        }
        yield {"text": _text(content[0]["value"]), **{name: value for name, value in article.items() if value}}


def _text(markup: str) -> str:
    """The words of an entry without their markup."""
    try:
        from resiliparse.extract.html2text import extract_plain_text
    except ImportError as error:
        raise MissingPackage("feeds", "resiliparse") from error
    return extract_plain_text(markup, preserve_formatting=True, main_content=False).strip()
