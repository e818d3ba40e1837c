"""The examples of scripts/examples against the running service."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest
from running import Service

EXAMPLES = Path(__file__).parent.parent.parent / "scripts" / "examples"
sys.path.insert(0, str(EXAMPLES))

STORY = "The harbour of Velmora was closed on Monday after a crane fell on a barge. Nobody was hurt, the port authority said."
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Velmora Courier</title>
<item><guid>urn:1</guid><title>Crane falls on barge</title><description>&lt;p&gt;{first}&lt;/p&gt;</description>
<pubDate>Mon, 02 Mar 2026 09:00:00 GMT</pubDate></item>
<item><guid>urn:2</guid><title>Harbour closed</title><description>{second}</description></item>
</channel></rss>"""


def test_feeds_go_into_the_index(service: Service, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text(FEED.format(first=STORY, second=STORY.replace("Monday", "Friday")))
    run = subprocess.run(
        [sys.executable, str(EXAMPLES / "rss.py"), str(feed)], capture_output=True, text=True, check=False,
        env=os.environ | {"NEWSPRINT_URL": service.url})
    assert run.returncode == 0, run.stderr
    lines = run.stdout.splitlines()
    assert lines[0] == "urn:1\tnew"
    assert " of urn:1: " in lines[1] and "Monday" in lines[1]
    assert service.json("GET", "/v1/articles/urn%3A1")[1]["record"]["published"] == "2026-03-02T09:00:00Z"


def test_items_of_scrapy_are_marked_and_copies_dropped(service: Service) -> None:
    scrapy_exceptions = pytest.importorskip("scrapy.exceptions")
    from scrapy_pipeline import NewsprintPipeline

    pipeline = NewsprintPipeline(service.url, None, None, ["identical", "reprint"])
    first = asyncio.run(pipeline.process_item({"url": "https://a.example/1", "published": "2026-03-02T09:00:00Z", "text": STORY}))
    assert first["newsprint"]["parent"] is None
    later = {"url": "https://b.example/1", "published": "2026-03-02T10:00:00Z", "text": STORY.replace("Monday", "Friday")}
    changed = asyncio.run(pipeline.process_item(later))
    assert changed["newsprint"]["parent"] == "https://a.example/1"
    with pytest.raises(scrapy_exceptions.DropItem):
        asyncio.run(pipeline.process_item({"url": "https://c.example/1", "published": "2026-03-02T11:00:00Z", "text": STORY}))


def test_the_client_streams(service: Service) -> None:
    from newsprint_client import Newsprint, NewsprintError

    client = Newsprint(service.url)
    answers = list(client.add_all({"id": str(number), "text": f"{STORY} Report {number}."} for number in range(50)))
    assert [answer["line"] for answer in answers] == list(range(1, 51))
    assert len(client.story(answers[0]["story"])["members"]) >= 2
    with pytest.raises(NewsprintError):
        client.add({"text": "no id"})
