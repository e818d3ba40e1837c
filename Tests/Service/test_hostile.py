"""Bodies that nobody would send, clients that send too slowly, too many clients: no failure, no crash, others are served."""

from __future__ import annotations

import json
import random
import resource
import selectors
import socket
import time
from pathlib import Path

import articles
import pytest
from running import Service

PATHS = ["/v1/articles", "/v1/query", "/v1/compare", "/v1/flag"]


def mutate(rng: random.Random, body: bytes) -> bytes:
    data = bytearray(body)
    for _ in range(rng.randint(1, 6)):
        place = rng.randrange(len(data) + 1)
        match rng.randrange(5):
            case 0:
                data[place:place] = bytes(rng.randrange(256) for _ in range(rng.randint(1, 5)))
            case 1:
                del data[place : place + rng.randint(1, 20)]
            case 2:
                data[place:place] = rng.choice([b'"', b"{", b"}", b"[", b"\\u0000", b"\\ud800", b"null", b"1e999", b"\x00", b"\xff", b"\n"])
            case 3:
                other = rng.randrange(len(data) + 1)
                data[place:place] = data[min(place, other) : max(place, other)]
            case 4 if data:
                data[place % len(data)] = rng.randrange(256)
    return bytes(data)


def test_mutated_bodies_are_answered_with_a_problem_or_a_result(service: Service, factor: int) -> None:
    rng = random.Random(3)
    for number in range(250 * factor):
        text = articles.text(rng, 3)
        seeds = [
            {"id": f"m{number}", "text": text, "title": "T", "published": "2026-03-02"}, {"a": text, "b": articles.copy(rng, text)},
            {"a": {"id": "m1"}, "b": {"text": text, "title": "x"}},
        ]
        body = mutate(rng, json.dumps(rng.choice(seeds)).encode())
        kind = "application/x-ndjson" if rng.random() < 0.2 else "application/json"
        path = rng.choice(PATHS)
        status, headers, data = service.call("POST", path, body, kind)
        assert status < 500, (path, body, data)
        if status >= 400:
            problem = json.loads(data)
            assert headers["Content-Type"] == "application/problem+json"
            assert problem["detail"] and problem["advice"] and problem["status"] == status
    assert service.json("GET", "/readyz")[0] == 200
    # Whatever was taken can be read again.
    since, after = 0, 0
    while True:
        _, page = service.json("GET", f"/v1/stories?since={since}&after={after}&limit=1000")
        for story in page["stories"]:
            assert service.json("GET", f"/v1/stories/{story['id']}")[0] == 200
        if not page["stories"]:
            break
        since, after = page["next"]["since"], page["next"]["after"]


def test_what_is_no_http_closes_the_connection_and_nothing_else(service: Service, factor: int) -> None:
    rng = random.Random(4)
    good = b"POST /v1/query HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 14\r\n\r\n" + b'{"text":"a b"}'
    for _ in range(60 * factor):
        with socket.create_connection(("127.0.0.1", service.port), timeout=5) as connection:
            try:
                connection.sendall(mutate(rng, good))
                connection.shutdown(socket.SHUT_WR)
                while connection.recv(65536):
                    pass
            except (ConnectionError, TimeoutError):
                pass
    assert service.json("GET", "/readyz")[0] == 200


def test_a_body_that_is_too_large_is_refused_before_it_is_read(service: Service) -> None:
    status, headers, data = service.call("POST", "/v1/query", b'{"text":"' + b"word " * 700_000 + b'"}')
    assert status == 413 and json.loads(data)["type"].endswith("too-large")
    # Also when its length is not told.
    with socket.create_connection(("127.0.0.1", service.port), timeout=10) as connection:
        connection.sendall(
            b"POST /v1/query HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
        try:
            for _ in range(80):
                connection.sendall(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")
        except ConnectionError:
            pass
        answer = b""
        try:
            while chunk := connection.recv(65536):
                answer += chunk
        except ConnectionError:
            pass
        assert not answer or b" 413 " in answer.split(b"\r\n")[0]


def test_slow_clients_hold_nobody_up(service: Service, factor: int) -> None:
    slow = []
    for number in range(100 * factor):
        connection = socket.create_connection(("127.0.0.1", service.port), timeout=10)
        head = b"POST /v1/query HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
        connection.sendall(head[: 1 + number % len(head)])
        slow.append(connection)
    times = []
    for _ in range(20):
        start = time.monotonic()
        assert service.json("POST", "/v1/query", {"text": "The harbour of Velmora was closed on Monday."})[0] == 200
        times.append(time.monotonic() - start)
    assert sorted(times)[len(times) // 2] < 2
    for connection in slow:
        connection.close()


def test_a_body_that_trickles_in_is_ended(service: Service, factor: int) -> None:
    if factor == 1:
        pytest.skip("takes half a minute")
    with socket.create_connection(("127.0.0.1", service.port), timeout=60) as connection:
        connection.sendall(
            b"POST /v1/query HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
        start = time.monotonic()
        connection.settimeout(2)
        answer = b""
        while time.monotonic() < start + 60:
            # A byte now and then: the connection is never idle.
            try:
                connection.sendall(b" ")
                answer = connection.recv(65536)
                break
            except TimeoutError:
                pass
        assert b" 408 " in answer.split(b"\r\n")[0] and b"slow-body" in answer
        assert 25 < time.monotonic() - start < 40
    assert service.json("GET", "/readyz")[0] == 200


def test_many_connections_at_once(service: Service, factor: int) -> None:
    wanted = 10_000 if factor > 1 else 1_000
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, wanted + 500)), hard))
    wanted = min(wanted, resource.getrlimit(resource.RLIMIT_NOFILE)[0] - 200)
    selector = selectors.DefaultSelector()
    connections = []
    for _ in range(wanted):
        connection = socket.create_connection(("127.0.0.1", service.port), timeout=20)
        connections.append(connection)
    for connection in connections:
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        selector.register(connection, selectors.EVENT_READ)
    answered = 0
    end = time.monotonic() + 60
    while answered < wanted and time.monotonic() < end:
        for key, _ in selector.select(1):
            assert b" 200 " in key.fileobj.recv(4096)  # type: ignore[union-attr]
            selector.unregister(key.fileobj)
            answered += 1
    assert answered == wanted
    for connection in connections:
        connection.close()
    assert service.json("GET", "/readyz")[0] == 200


def test_a_stop_ends_what_was_begun(program: str, tmp_path: Path) -> None:
    with Service(program, tmp_path / "news.index") as service:
        connection = socket.create_connection(("127.0.0.1", service.port), timeout=20)
        body = json.dumps({"id": "last", "text": "The harbour of Velmora was closed on Monday."}).encode()
        connection.sendall(
            b"POST /v1/articles HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
            + body[:10])
        time.sleep(0.3)
        service.process.terminate()
        time.sleep(0.3)
        connection.sendall(body[10:])
        assert b" 201 " in connection.recv(65536)
        connection.close()
        assert service.process.wait(40) == 0
        service.start()
        assert service.json("GET", "/v1/articles/last")[0] == 200
