"""A running `newsprint serve` for tests: started, asked, stopped, killed."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import threading
import time
from pathlib import Path
from typing import Any


class Service:
    """One process over one index file."""

    def __init__(self, program: str, index: Path, *options: str) -> None:
        self.program, self.index, self.options = program, index, options
        self.log: list[str] = []
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [self.program, "serve", str(self.index), "--listen", "127.0.0.1:0", *self.options], stderr=subprocess.PIPE, text=True)
        assert self.process.stderr is not None
        for line in self.process.stderr:
            if line.startswith("newsprint: listening on "):
                self.port = int(line.rsplit(":", 1)[1])
                break
            self.log.append(line)
        else:
            raise AssertionError("the service did not start: " + "".join(self.log))
        # The pipe must not fill up.
        threading.Thread(target=self._drain, args=(self.process,), daemon=True).start()

    def _drain(self, process: subprocess.Popen[str]) -> None:
        assert process.stderr is not None
        for line in process.stderr:
            self.log.append(line)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def call(
        self, method: str, path: str, body: Any = None, kind: str = "application/json", headers: dict[str, str] | None = None,
        timeout: float = 60,
    ) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            data = body if isinstance(body, bytes | type(None)) else json.dumps(body).encode()
            fields = dict(headers or {}) | ({"Content-Type": kind} if data is not None else {})
            connection.request(method, path, data, fields)
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()

    def json(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        status, _, data = self.call(method, path, body)
        return status, json.loads(data) if data else None

    def stop(self, how: int = signal.SIGTERM, timeout: float = 40) -> int:
        self.process.send_signal(how)
        return self.process.wait(timeout)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def restart(self, how: int = signal.SIGTERM) -> None:
        if how == signal.SIGKILL:
            self.kill()
        else:
            assert self.stop(how) == 0, "the service does not end well"
        self.start()

    def memory(self) -> int:
        """Resident bytes."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")

    def __enter__(self) -> Service:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.kill()


def wait_until(condition: Any, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)
