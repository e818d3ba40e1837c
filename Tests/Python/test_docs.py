"""The pages of documentation do what they say."""

import json
import re
from pathlib import Path

import pytest
from conftest import text
from test_inputs import PARAGRAPHS, archive, page

DOCS = Path(__file__).parents[2] / "Sources" / "Python" / "docs"


def blocks(name, language):
    """The blocks of a page that are in a language."""
    return re.findall(rf"```{language}\n(.*?)```", (DOCS / name).read_text("utf-8"), re.DOTALL)


def test_twenty_lines_make_stories_of_an_archive(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    story = [
        *PARAGRAPHS,
        "The port of Anvey has run the line since 1962 and lost 900 crowns on it each week of last year, its books show.",
    ]
    other = [one.replace("ferry", "harvest").replace("e", "o").replace("a", "u") for one in PARAGRAPHS]
    changed = [one.replace("900", "9,000").replace("on Monday", "this week").replace("Residents", "People") for one in story]
    title = "Ferry to Dorn stops in March"
    sites = [("anvey", title, story), ("dorn", title, story), ("port", title, changed), ("field", "Harvest", other)]
    pages = [
        page(
            name,
            text,
            f'<link rel="canonical" href="https://{site}.example/{number}"><meta property="article:published_time" '
            f'content="2025-03-0{number + 1}T08:00:00Z">',
        )
        for number, (site, name, text) in enumerate(sites)
    ]
    (tmp_path / "CC-NEWS.warc.gz").write_bytes(archive(pages))
    (code,) = blocks("common-crawl.md", "python")
    exec(compile(code, "common-crawl.md", "exec"), {})
    said = capsys.readouterr().out
    assert said == blocks("common-crawl.md", "text")[0]
    assert (tmp_path / "stories.parquet").exists() and "A day of news" in (tmp_path / "stories.html").read_text("utf-8")
    lines = [line for line in code.splitlines() if line and not line.startswith("#")]
    assert len(lines) <= 20


def test_a_process_for_each_folder_of_a_day(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "days").mkdir()
    for day in ("monday", "tuesday"):
        records = [json.dumps({"id": number, "text": text(number % 2)}) + "\n" for number in range(3)]
        (tmp_path / "days" / f"{day}.jsonl").write_text("".join(records))
    (code,) = [block for block in blocks("spark.md", "python") if "ThreadPoolExecutor" in block]
    exec(compile(code, "spark.md", "exec"), {})
    assert "bytes kept" in capsys.readouterr().out
    assert sorted(file.name for file in (tmp_path / "days").glob("*.kept.jsonl")) == ["monday.kept.jsonl", "tuesday.kept.jsonl"]
