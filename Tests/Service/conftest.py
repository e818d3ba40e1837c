"""The program under test, and how long the tests may take."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from running import Service  # noqa: E402

# 1 in CI; scripts/test-service --long multiplies what is random or repeated.
FACTOR = int(os.environ.get("NEWSPRINT_TEST_FACTOR", "1"))


@pytest.fixture
def program() -> str:
    return os.environ["NEWSPRINT"]


@pytest.fixture
def factor() -> int:
    return FACTOR


@pytest.fixture
def service(program: str, tmp_path: Path) -> Iterator[Service]:
    with Service(program, tmp_path / "news.index") as running:
        yield running
