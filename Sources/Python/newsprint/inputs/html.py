"""Web pages: the article's text by trafilatura, and what the page says of where it comes from by resiliparse.

``syndication-source`` and the publisher of the page's JSON-LD stay beside the outlet, since they name the one that a copy came from.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .._errors import InputError, MissingPackage


def articles(path: Path) -> Iterator[dict[str, Any]]:
    try:
        page = path.read_bytes()
    except OSError as error:
        raise InputError(f"the file cannot be read: {error.strerror}.", str(path)) from error
    if (article := extract(page)) is not None:
        yield {"id": article.get("url") or str(path), **article}


def extract(page: bytes, url: str | None = None) -> dict[str, Any] | None:
    """The article of a page; None where there is no text."""
    try:
        import trafilatura
    except ImportError as error:
        raise MissingPackage("web pages", "trafilatura lxml_html_clean") from error
    found: Any = trafilatura.bare_extraction(page, url=url, with_metadata=True, include_comments=False, include_tables=False)
    if found is None or not (found.text or "").strip():
        return None
    origin = _origin(page)
    address = origin.get("canonical") or found.url or url
    article = {
        "text": found.text,
        "title": found.title,
        "url": address,
        "source": found.sitename or (urlsplit(address).hostname if address else None),
        "published": found.date,
        "language": origin.get("language") or found.language,
        "author": found.author,
        "publisher": origin.get("publisher"),
        "syndication_source": origin.get("syndication_source"),
    }
    return {name: value for name, value in article.items() if value}


def _origin(page: bytes) -> dict[str, str]:
    """Canonical address, language, publisher and the source that a syndicated page names."""
    try:
        from resiliparse.parse.encoding import detect_encoding
        from resiliparse.parse.html import HTMLTree
    except ImportError as error:
        raise MissingPackage("web pages", "resiliparse") from error
    tree: Any = HTMLTree.parse_from_bytes(page, detect_encoding(page) or "utf-8")
    origin: dict[str, str] = {}
    if tree.document is None:
        return origin
    root = tree.document.query_selector("html")
    if root is not None and root.getattr("lang"):
        origin["language"] = root.getattr("lang").split("-")[0].lower()
    for key, selector, attribute in (
        ("canonical", 'link[rel="canonical"]', "href"),
        ("syndication_source", 'meta[name="syndication-source"]', "content"),
    ):
        element = tree.document.query_selector(selector)
        if element is not None and element.getattr(attribute):
            origin[key] = element.getattr(attribute).strip()
    for script in tree.document.query_selector_all('script[type="application/ld+json"]'):
        if name := _publisher(script.text):
            origin.setdefault("publisher", name)
    return origin


def _publisher(text: str) -> str | None:
    """The publisher's name in a piece of JSON-LD."""
    try:
        waiting = [json.loads(text)]
    except ValueError:
        return None
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            publisher = value.get("publisher")
            name = publisher.get("name") if isinstance(publisher, dict) else publisher
            if isinstance(name, str):
                return name
            waiting += value.get("@graph", []) if isinstance(value.get("@graph"), list) else []
    return None
