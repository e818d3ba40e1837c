"""What the tests of the Python package share: invented articles, and folders that vanish."""

import json
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parents[2] / "Fixtures"


@pytest.fixture(scope="session")
def records():
    """The articles of Fixtures/batch.jsonl, ids as strings."""
    with (FIXTURES / "batch.jsonl").open(encoding="utf-8") as file:
        return [{**record, "id": str(record["id"])} for record in map(json.loads, file)]


def text(number: int, words: int = 120) -> str:
    """A text of its own for each number."""
    return " ".join(f"word{number * 7 % 101}x{place * (number + 3) % 997}" for place in range(words)) + "."
