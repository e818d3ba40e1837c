"""Web archives: WARC files with pages, and WET files with their plain text, by fastwarc.

Pages are extracted on every processor; the order is the archive's.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .._errors import InputError, MissingPackage
from . import html

#: Pages that are on their way to the processes at a time.
_AHEAD = 512

#: A page larger than this is no article.
_LARGEST_PAGE = 8 << 20


def articles(path: Path) -> Iterator[dict[str, Any]]:
    records = _records(path)
    first = next(records, None)
    if first is None:
        return
    if first["kind"] == "conversion":
        for record in (first, *records):
            yield _plain(record)
        return
    processes = os.cpu_count() or 1
    with ProcessPoolExecutor(processes, mp_context=get_context("forkserver")) as pool:
        waiting = [first, *islice(records, _AHEAD)]
        while waiting:
            for article in pool.map(_page, waiting, chunksize=16):
                if article is not None:
                    yield article
            waiting = list(islice(records, _AHEAD))


def _records(path: Path) -> Iterator[dict[str, Any]]:
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise MissingPackage("web archives", "fastwarc") from error
    wanted = WarcRecordType.response | WarcRecordType.conversion
    try:
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream, record_types=wanted, parse_http=True):
                is_page = record.record_type == WarcRecordType.response
                if is_page and not _is_html(record):
                    continue
                yield {
                    "kind": "response" if is_page else "conversion",
                    "id": (record.record_id or "").strip("<>"),
                    "url": record.headers.get("WARC-Target-URI"),
                    "crawled": record.headers.get("WARC-Date"),
                    "language": (record.headers.get("WARC-Identified-Content-Language") or "").split(",")[0],
                    "body": record.reader.read(_LARGEST_PAGE),
                }
    except OSError as error:
        raise InputError(f"the archive cannot be read: {error}.", str(path)) from error


def _is_html(record: Any) -> bool:
    if record.http_headers is None:
        return False
    status = record.http_headers.status_code
    kind = record.http_content_type or ""
    return (status is None or status == 200) and ("html" in kind or not kind)


def _page(record: dict[str, Any]) -> dict[str, Any] | None:
    article = html.extract(record["body"], record["url"])
    if article is None:
        return None
    return {"id": record["id"], "crawled": record["crawled"], **article}


def _plain(record: dict[str, Any]) -> dict[str, Any]:
    """An article of a WET file: its first line is the page's title."""
    text = record["body"].decode("utf-8", "replace")
    title, _, rest = text.partition("\n")
    url = record["url"]
    article = {
        "id": record["id"],
        "text": rest.strip() or text.strip(),
        "title": title.strip() if rest.strip() else None,
        "url": url,
        "source": urlsplit(url).hostname if url else None,
        "language": record["language"],
        "crawled": record["crawled"],
    }
    return {name: value for name, value in article.items() if value}
