"""A small client of `newsprint serve` with nothing but the standard library; the examples beside it use it."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator
from typing import Any


class NewsprintError(Exception):
    """A problem document of the service: what is wrong, where, and what to do."""

    def __init__(self, problem: dict[str, Any]) -> None:
        super().__init__(f"{problem.get('detail', 'failed')} {problem.get('advice', '')}".strip())
        self.problem = problem
        self.status = problem.get("status")


class Newsprint:
    """Calls of one service, in one scope of its index."""

    def __init__(self, url: str = "http://127.0.0.1:8077", token: str | None = None, scope: str | None = None) -> None:
        self.url = url.rstrip("/")
        self.scope = scope
        self.headers = {"Authorization": f"Bearer {token}"} if token else {}

    def query(self, article: dict[str, Any]) -> dict[str, Any]:
        """What the article would be in the index; nothing is stored."""
        return self._json("POST", "/v1/query", article)

    def add(self, article: dict[str, Any]) -> dict[str, Any]:
        """Adds an article; when this returns it is on the disk."""
        return self._json("POST", "/v1/articles", article)

    def add_all(self, articles: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """Adds many in one call, and gives an answer for each."""
        body = "".join(json.dumps(article) + "\n" for article in articles).encode()
        with self._open("POST", "/v1/articles", body, "application/x-ndjson") as answer:
            for line in answer:
                yield json.loads(line)

    def story(self, identifier: str) -> dict[str, Any]:
        """A story with its versions."""
        return self._json("GET", "/v1/stories/" + urllib.parse.quote(identifier, safe=""))

    def _json(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        data = None if body is None else json.dumps(body).encode()
        with self._open(method, path, data, "application/json") as answer:
            return json.load(answer)

    def _open(self, method: str, path: str, data: bytes | None, kind: str) -> Any:
        address = self.url + path + (f"?scope={urllib.parse.quote(self.scope)}" if self.scope else "")
        headers = self.headers | ({"Content-Type": kind} if data is not None else {})
        while True:
            try:
                return urllib.request.urlopen(urllib.request.Request(address, data, headers, method=method))
            except urllib.error.HTTPError as error:
                # The service is busy and says when to come again.
                if error.code == 429:
                    time.sleep(float(error.headers.get("Retry-After", 1)))
                    continue
                raise NewsprintError(json.load(error)) from None
