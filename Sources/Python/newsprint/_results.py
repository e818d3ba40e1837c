"""What the calls give back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

Table = TypeVar("Table")


@dataclass(frozen=True)
class Deduplication(Generic[Table]):
    """Which articles stay, and why the others go."""

    #: The rows that stay, in their order: a table of the kind that was given, all columns.
    kept: Table
    #: A row for each article that goes: ``id``, ``duplicate_of``, ``reason`` (identical, reprint, edited, excerpt, rewrite),
    #: ``similarity`` and ``containment`` (0 to 1), and ``changed`` where the copy says something else than the kept one.
    dropped: Table


@dataclass(frozen=True)
class Span:
    """Words of one of the two texts."""

    #: UTF-8 byte offsets into the text as it was given; ``end`` is the first byte after.
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Finding:
    """One thing that the second text says otherwise than the first."""

    category: str
    #: minor (wording), major (a fact differs) or critical (the meaning is reversed, or a figure that readers rely on is wrong).
    severity: str
    #: 0 to 1.
    confidence: float
    message: str
    rule: str
    #: Where, in each text; None on a side that has no words for it.
    a: Span | None = None
    b: Span | None = None


@dataclass(frozen=True)
class Comparison:
    """How text B differs from text A."""

    #: identical, reprint, edited, rewrite, excerpt, update, template, shared-quotes or unrelated.
    relation: str
    #: Measures by name, 0 to 1: resemblance, containment_a_in_b, story, lead and more.
    similarity: Mapping[str, float]
    drift: tuple[Finding, ...] = ()
    #: Everything as the program wrote it.
    raw: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def serious(self) -> tuple[Finding, ...]:
        """The findings that are major or critical."""
        return tuple(finding for finding in self.drift if finding.severity != "minor")


def comparison(record: Mapping[str, Any]) -> Comparison:
    """A comparison from a line of the program's output."""
    return Comparison(
        relation=record["relation"],
        similarity=record["similarity"],
        drift=tuple(_finding(one) for one in record.get("drift", ())),
        raw=record,
    )


def _finding(record: Mapping[str, Any]) -> Finding:
    return Finding(
        category=record["category"],
        severity=record["severity"],
        confidence=record["confidence"],
        message=record["message"],
        rule=record.get("rule", ""),
        a=Span(**record["a"]) if record.get("a") else None,
        b=Span(**record["b"]) if record.get("b") else None,
    )
