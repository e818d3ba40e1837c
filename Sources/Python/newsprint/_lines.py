"""Records as lines of JSON for the program."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any


def line(record: Mapping[str, Any]) -> bytes:
    """The record as one line. What JSON has no word for is a string, and numbers that are none (NaN, as pandas has them) are null."""
    try:
        made = json.dumps(record, default=_plain, allow_nan=False)
    except ValueError:
        made = json.dumps(_with_nulls(record), default=_plain)
    return made.encode() + b"\n"


def _plain(value: Any) -> Any:
    """Arrays and numbers of numpy, in cells of pandas, are lists and numbers."""
    return value.tolist() if hasattr(value, "tolist") else str(value)


def _with_nulls(value: Any) -> Any:
    value = value.tolist() if hasattr(value, "tolist") else value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {name: _with_nulls(one) for name, one in value.items()}
    return [_with_nulls(one) for one in value] if isinstance(value, (list, tuple)) else value
