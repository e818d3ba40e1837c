"""The sessions that the README prints, run as they stand there: what a reader types gives what the reader was shown."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REWRITE = "np-062"
WIRE = "np-001"
PORT = "8077"


@dataclass
class Step:
    """A command and what the README says that it prints."""

    command: str
    printed: list[str] = field(default_factory=list)


def sessions() -> list[list[Step]]:
    """The steps of each block of the README that shows a session."""
    blocks = re.findall(r"^```console\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf8"), re.MULTILINE | re.DOTALL)
    return [steps(block) for block in blocks]


def steps(block: str) -> list[Step]:
    """The lines of a block: `$` begins a command, which goes on in the next line while a quotation mark is open."""
    result: list[Step] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            result.append(Step(line[2:]))
        elif result and result[-1].command.count("'") % 2:
            result[-1].command += "\n" + line
        else:
            result[-1].printed.append(line)
    return result


@pytest.fixture
def folder(program: str, tmp_path: Path) -> Path:
    """A folder with the files that the README names, and the program under its name."""
    records = (ROOT / "Fixtures" / "batch.jsonl").read_text(encoding="utf8").splitlines(keepends=True)
    ids = [json.loads(record)["id"] for record in records]
    articles = dict(zip(ids, records, strict=True))
    (tmp_path / "batch.jsonl").write_text("".join(records), encoding="utf8")
    (tmp_path / "monday.jsonl").write_text("".join(articles[id] for id in ids if id != REWRITE), encoding="utf8")
    (tmp_path / "new.jsonl").write_text(articles[REWRITE], encoding="utf8")
    for name, id in (("wire.txt", WIRE), ("mirror.txt", REWRITE)):
        (tmp_path / name).write_text(json.loads(articles[id])["text"], encoding="utf8")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "newsprint").symlink_to(program)
    return tmp_path


def test_sessions_are_found() -> None:
    assert sum(len(session) for session in sessions()) >= 10


@pytest.mark.parametrize("session", sessions(), ids=lambda session: session[0].command[:40])
def test_session(session: list[Step], folder: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    environment = os.environ | {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    servers: list[subprocess.Popen[bytes]] = []
    try:
        for step in session:
            # A machine may have something else at the port of the README.
            command = step.command.replace(f"localhost:{PORT}", f"localhost:{port}")
            if command.endswith("&"):
                serve = f"exec {command.removesuffix('&')} --listen 127.0.0.1:{port}"
                servers.append(subprocess.Popen(["bash", "-c", serve], cwd=folder, env=environment, stderr=subprocess.DEVNULL))
                continue
            # The service needs a moment before its first answer.
            command = command.replace("curl -s", "curl -s --retry 50 --retry-connrefused --retry-delay 1")
            ran = subprocess.run(
                ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
            )
            assert (ran.returncode, ran.stdout.splitlines()) == (0, step.printed), f"{step.command}\n{ran.stderr}"
    finally:
        for server in servers:
            server.terminate()
            server.wait(timeout=60)
