"""`newsprint mcp` as an assistant starts it: a process that reads and writes lines."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path
from typing import Any

import articles


class Assistant:
    """A process of `newsprint mcp`, asked one line at a time."""

    def __init__(self, program: str, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [program, "mcp", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.number = 0

    def send(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def ask(self, method: str, parameters: Any = None) -> Any:
        self.number += 1
        call = {"jsonrpc": "2.0", "id": self.number, "method": method} | ({} if parameters is None else {"params": parameters})
        self.send(json.dumps(call))
        return self.answer()

    def answer(self) -> Any:
        assert self.process.stdout is not None
        answer = json.loads(self.process.stdout.readline())
        assert answer["jsonrpc"] == "2.0"
        return answer

    def use(self, tool: str, **arguments: Any) -> Any:
        result = self.ask("tools/call", {"name": tool, "arguments": arguments})["result"]
        assert not result["isError"], result
        return json.loads(result["content"][0]["text"])

    def end(self) -> int:
        """Closes its input, as an assistant does that is done."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.close()
        assert self.process.stdout.read() == ""
        return self.process.wait(30)


def greet(assistant: Assistant) -> None:
    hello = assistant.ask(
        "initialize", {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}})
    assert hello["result"]["protocolVersion"] == "2025-06-18" and hello["result"]["serverInfo"]["name"]
    # Is not answered.
    assistant.send('{"jsonrpc":"2.0","method":"notifications/initialized"}')


def test_an_assistant_adds_asks_and_finds_it_again(program: str, tmp_path: Path) -> None:
    index = str(tmp_path / "news.index")
    text = articles.text(random.Random(8))
    changed = articles.copy(random.Random(9), text)
    assistant = Assistant(program, index)
    greet(assistant)
    names = [tool["name"] for tool in assistant.ask("tools/list")["result"]["tools"]]
    assert {"query", "compare", "flag", "add", "remove", "article", "stories"} <= set(names)
    assert assistant.use("add", id="a", text=text)["outcome"] == "new"
    assert assistant.use("query", text=changed)["parent"] == "a"
    assert "drift" in assistant.use("compare", a=text, b=changed)
    assert assistant.ask("tools/call", {"name": "article", "arguments": {"id": "nowhere"}})["result"]["isError"]
    # What is no message is answered, and nothing ends.
    assistant.send("{")
    assert assistant.answer()["error"]["code"] == -32700
    assert assistant.ask("ping")["result"] == {}
    assert assistant.end() == 0
    # It was there for good.
    later = Assistant(program, index, "--read-only")
    greet(later)
    assert "add" not in [tool["name"] for tool in later.ask("tools/list")["result"]["tools"]]
    assert later.use("article", id="a")["id"] == "a"
    assert later.end() == 0


def test_without_an_index_texts_are_compared(program: str) -> None:
    assistant = Assistant(program)
    greet(assistant)
    assert [tool["name"] for tool in assistant.ask("tools/list")["result"]["tools"]] == ["compare", "flag"]
    assert assistant.use("compare", a="The mayor said yes on Monday.", b="The mayor said no on Monday.")["drift"]
    assert assistant.end() == 0
