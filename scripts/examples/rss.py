#!/usr/bin/env python3
"""Feeds into an index: reads RSS and Atom feeds, says what each entry is, and adds it.

usage: rss.py FEED...            a feed is an address or a file
needs: pip install feedparser    and a running `newsprint serve news.index`

NEWSPRINT_URL, NEWSPRINT_TOKEN and NEWSPRINT_SCOPE say where and as whom.
"""

from __future__ import annotations

import os
import re
import sys
import time
from typing import Any

import feedparser

from newsprint_client import Newsprint, NewsprintError


def articles(feed: str) -> list[dict[str, Any]]:
    """The entries of a feed as articles: the longest text that each brings, without its tags."""
    parsed = feedparser.parse(feed)
    found = []
    for entry in parsed.entries:
        texts = [content.value for content in entry.get("content", [])] + [entry.get("summary", "")]
        text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", max(texts, key=len))).strip()
        identifier = entry.get("id") or entry.get("link")
        if not text or not identifier:
            continue
        article = {"id": identifier, "text": text, "title": entry.get("title", ""), "source": parsed.feed.get("title", feed)}
        if entry.get("link"):
            article["url"] = entry.link
        if entry.get("published_parsed"):
            article["published"] = time.strftime("%Y-%m-%dT%H:%M:%SZ", entry.published_parsed)
        found.append(article)
    return found


def main() -> int:
    service = Newsprint(
        os.environ.get("NEWSPRINT_URL", "http://127.0.0.1:8077"), os.environ.get("NEWSPRINT_TOKEN"),
        os.environ.get("NEWSPRINT_SCOPE"))
    failed = 0
    for feed in sys.argv[1:]:
        for article in articles(feed):
            try:
                answer = service.query(article)
                service.add(article)
            except NewsprintError as error:
                print(f"{article['id']}: {error}", file=sys.stderr)
                failed += 1
                continue
            if answer["parent"] is None:
                print(f"{article['id']}\tnew")
            else:
                changes = "; ".join(change["message"] for change in answer["changes"]) or "nothing of weight"
                print(f"{article['id']}\t{answer['relation']} of {answer['parent']}: {changes}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
