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


def test_every_answer_is_as_the_document_says(service: Service, factor: int, tmp_path: Path) -> None:
    settings = tmp_path / "schemathesis.toml"
    settings.write_text(SETTINGS)
    # Something to find for the calls that look things up.
    status, _ = service.json("POST", "/v1/articles", {"id": "harbour-1", "text": "The harbour of Velmora was closed on Monday."})
    assert status == 201
    run = subprocess.run(
        [
            str(Path(sys.executable).parent / "schemathesis"), "--config-file", str(settings), "run",
            f"{service.url}/openapi.json", "--checks", "all", "--max-examples", str(6 * factor), "--seed", "1", "--workers", "2",
            "--request-timeout", "20", "--no-color",
            *(["--phases", "examples,coverage,fuzzing"] if factor == 1 else []),
        ],
        capture_output=True, text=True, env=os.environ | {"HYPOTHESIS_STORAGE_DIRECTORY": str(tmp_path / "hypothesis")}, check=False)
    assert run.returncode == 0, run.stdout[-12000:] + run.stderr[-2000:]
    assert service.json("GET", "/readyz")[0] == 200
