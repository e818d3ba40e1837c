"""A pipeline for Scrapy: every item is held against the index, copies are marked or dropped, the rest is added.

In settings.py of the project:

    ITEM_PIPELINES = {"scrapy_pipeline.NewsprintPipeline": 300}
    NEWSPRINT_URL = "http://127.0.0.1:8077"
    NEWSPRINT_DROP = ["identical", "reprint"]    # relations that are not kept; the default is none

An item needs `text`, and `id` or `url`; it gets a field `newsprint` with the answer of the service.
"""

from __future__ import annotations

import asyncio
from typing import Any

from itemadapter import ItemAdapter
from scrapy.exceptions import DropItem

from newsprint_client import Newsprint

FIELDS = ("id", "text", "title", "url", "source", "published", "language")


class NewsprintPipeline:
    """Asks the service about each item and adds it."""

    def __init__(self, url: str, token: str | None, scope: str | None, drop: list[str]) -> None:
        self.service = Newsprint(url, token, scope)
        self.drop = set(drop)

    @classmethod
    def from_crawler(cls, crawler: Any) -> NewsprintPipeline:
        settings = crawler.settings
        return cls(
            settings.get("NEWSPRINT_URL", "http://127.0.0.1:8077"), settings.get("NEWSPRINT_TOKEN"),
            settings.get("NEWSPRINT_SCOPE"), settings.getlist("NEWSPRINT_DROP"))

    async def process_item(self, item: Any) -> Any:
        adapter = ItemAdapter(item)
        article = {name: str(adapter[name]) for name in FIELDS if adapter.get(name)}
        article.setdefault("id", article.get("url", ""))
        # The calls wait for the network; Scrapy goes on meanwhile.
        answer = await asyncio.to_thread(self.service.query, article)
        if answer["relation"] in self.drop:
            raise DropItem(f"{answer['relation']} of {answer['parent']}")
        await asyncio.to_thread(self.service.add, article)
        adapter["newsprint"] = answer
        return item
