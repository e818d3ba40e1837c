"""Random additions, removals, restarts and kills against a model in memory: what was acknowledged is there, nothing else is."""

from __future__ import annotations

import json
import random
import signal
import threading
from pathlib import Path

import articles
import pytest
from running import Service

SCOPES = ["", "desk", "other"]


def check(service: Service, model: dict[tuple[str, str], list[str]], known: set[tuple[str, str]]) -> None:
    """Every article that the model has is there with its newest text; none that it has not."""
    for scope, identifier in sorted(known):
        status, answer = service.json("GET", f"/v1/articles/{identifier}?scope={scope}")
        texts = model.get((scope, identifier))
        if texts is None:
            assert status == 404, f"{identifier} of {scope!r} came back"
        else:
            assert status == 200, f"{identifier} of {scope!r} is lost"
            assert answer["record"]["text"] == texts[-1]
            assert answer["version"] == len(texts)
            story = service.json("GET", f"/v1/stories/{answer['story']}?scope={scope}&limit=1000")[1]
            assert identifier in [member["id"] for member in story["members"]]
            # A story holds articles of its own scope only.
            assert all((scope, member["id"]) in model for member in story["members"])


@pytest.mark.parametrize("seed", range(2))
def test_random_calls_leave_what_the_model_says(program: str, tmp_path: Path, factor: int, seed: int) -> None:
    rng = random.Random(seed)
    model: dict[tuple[str, str], list[str]] = {}
    known: set[tuple[str, str]] = set()
    originals = [articles.text(rng) for _ in range(6)]
    with Service(program, tmp_path / "news.index") as service:
        for step in range(120 * factor):
            kind = rng.choices(["add", "stream", "remove", "query", "restart", "kill"], [10, 2, 3, 3, 0.3, 0.3])[0]
            scope = rng.choice(SCOPES)
            if kind == "add":
                key = (scope, f"a{rng.randrange(20)}")
                text = articles.copy(rng, rng.choice(originals)) if rng.random() < 0.7 else articles.text(rng)
                status, answer = service.json("POST", f"/v1/articles?scope={scope}", {"id": key[1], "text": text})
                assert status in (200, 201), answer
                add(model, known, key, text, answer["outcome"])
            elif kind == "stream":
                lines = [{"id": f"a{rng.randrange(20)}", "text": articles.text(rng, 3)} for _ in range(8)]
                body = "".join(json.dumps(line) + "\n" for line in lines).encode()
                status, _, data = service.call("POST", f"/v1/articles?scope={scope}", body, "application/x-ndjson")
                answers = [json.loads(line) for line in data.splitlines()]
                assert status == 200 and len(answers) == len(lines)
                for line, answer in zip(lines, answers, strict=True):
                    add(model, known, (scope, line["id"]), line["text"], answer["outcome"])
            elif kind == "remove":
                key = (scope, f"a{rng.randrange(20)}")
                status, _ = service.json("DELETE", f"/v1/articles/{key[1]}?scope={scope}")
                assert status == (204 if key in model else 404), f"step {step}"
                model.pop(key, None)
            elif kind == "query":
                status, answer = service.json("POST", f"/v1/query?scope={scope}", {"text": rng.choice(originals)})
                assert status == 200
                assert answer["parent"] is None or (scope, answer["parent"]) in model
            else:
                service.restart(signal.SIGKILL if kind == "kill" else signal.SIGTERM)
                check(service, model, known)
        check(service, model, known)


def add(
    model: dict[tuple[str, str], list[str]], known: set[tuple[str, str]], key: tuple[str, str], text: str, outcome: str
) -> None:
    known.add(key)
    texts = model.setdefault(key, [])
    assert outcome == ("new" if not texts else "known" if texts[-1] == text else "new-version")
    if outcome != "known":
        texts.append(text)


def test_what_was_acknowledged_is_there_after_kills_in_the_middle(program: str, tmp_path: Path, factor: int) -> None:
    rng = random.Random(7)
    acknowledged: dict[str, str] = {}
    with Service(program, tmp_path / "news.index") as service:
        for round_ in range(4 * factor):
            stop = threading.Event()
            lock = threading.Lock()

            def writer(name: str, seed: int) -> None:
                own = random.Random(seed)
                number = 0
                while not stop.is_set():
                    identifier, text = f"{name}-{number}", articles.text(own, 4)
                    try:
                        status, _ = service.json("POST", "/v1/articles", {"id": identifier, "text": text})
                    except (OSError, ValueError, __import__("http").client.HTTPException):
                        return
                    if status == 201:
                        with lock:
                            acknowledged[identifier] = text
                    number += 1

            threads = [threading.Thread(target=writer, args=(f"r{round_}w{index}", rng.randrange(1 << 30))) for index in range(3)]
            for thread in threads:
                thread.start()
            stop.wait(rng.uniform(0.2, 0.8))
            service.kill()
            stop.set()
            for thread in threads:
                thread.join()
            service.start()
        assert acknowledged
        for identifier, text in acknowledged.items():
            status, answer = service.json("GET", f"/v1/articles/{identifier}")
            assert status == 200, f"{identifier} was acknowledged and is lost"
            assert answer["record"]["text"] == text
