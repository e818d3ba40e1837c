"""The OpenAPI document against the service that it describes, by schemathesis: every check it has."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from running import Service

# Answers to what fits the schema and cannot be used all the same: an id that nothing has, a key that came with another body.
SETTINGS = """
[checks]
positive_data_acceptance.expected-statuses = ["2xx", "401", "403", "404", "409", "422", "429"]
"""


TOKEN = "Authorization: Bearer a-token-for-tests-0123456789"


def test_every_answer_is_as_the_document_says(program: str, factor: int, tmp_path: Path) -> None:
    tokens = tmp_path / "tokens"
    tokens.write_text(TOKEN.split()[-1] + " read,write *\n")
    with Service(program, tmp_path / "news.index", "--tokens", str(tokens), "--quiet") as service:
        check(service, factor, tmp_path)


def check(service: Service, factor: int, tmp_path: Path) -> None:
    settings = tmp_path / "schemathesis.toml"
    settings.write_text(SETTINGS)
    # Something to find for the calls that look things up.
    name, value = TOKEN.split(": ")
    body = {"id": "harbour-1", "text": "The harbour of Velmora was closed on Monday."}
    assert service.call("POST", "/v1/articles", body, headers={name: value})[0] == 201
    run = subprocess.run(
        [
            str(Path(sys.executable).parent / "schemathesis"), "--config-file", str(settings), "run",
            f"{service.url}/openapi.json", "--header", TOKEN, "--checks", "all", "--max-examples", str(6 * factor), "--seed", "1",
            # Two workers parse source at once, at which Python 3.11 may fail (SystemError: AST constructor recursion depth mismatch).
            "--workers", "1",
            "--request-timeout", "20", "--no-color",
        ],
        capture_output=True, text=True, cwd=tmp_path, env=os.environ | {"HYPOTHESIS_STORAGE_DIRECTORY": str(tmp_path / "hypothesis")}, check=False)
    assert run.returncode == 0, run.stdout[-12000:] + run.stderr[-2000:]
    assert service.json("GET", "/readyz")[0] == 200
