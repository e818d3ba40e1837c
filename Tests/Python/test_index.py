"""An index that grows: the program's, from tables of every kind."""

import json
import subprocess

import numpy
import pandas
import polars
import pyarrow
import pyarrow.parquet
import pytest
from conftest import FIXTURES, text

import newsprint
from newsprint import _program
from newsprint.__main__ import main


@pytest.fixture
def index(tmp_path):
    return newsprint.Index(tmp_path / "news.index")


def test_stories_can_wait(index, records):
    for part in (records[:40], records[40:]):
        index.add(part, defer_stories=True)
    assert index.stats()["pending"] == len(records)
    index.refresh()
    assert index.stats()["pending"] == 0
    index.check()


def test_stories_are_those_of_the_command(index, records, tmp_path):
    index.add(records[:40])
    index.add(polars.DataFrame(records[40:]))
    index.check()
    other = tmp_path / "other.index"
    for part in (records[:40], records[40:]):
        file = tmp_path / "part.jsonl"
        file.write_text("".join(json.dumps(record) + "\n" for record in part))
        subprocess.run([_program.program(), "index", "add", "--quiet", other, file], check=True, env=_program.environment())
    assert index.clusters() == newsprint.Index(other).clusters()
    assert index.stats()["articles"] == len(records)
    assert [record["id"] for record in index.export()] == [record["id"] for record in records]


@pytest.mark.parametrize("kind", [pyarrow.Table.from_pylist, pandas.DataFrame, polars.DataFrame, list])
def test_a_query_stores_nothing(index, kind):
    index.add([{"id": "a", "text": text(1)}, {"id": "b", "text": text(2)}])
    found = index.query(kind([{"id": "x", "body": text(1)}, {"id": "y", "body": text(3)}]), text="body")
    assert [(row["id"], row["parent"]) for row in found] == [("x", "a"), ("y", None)]
    assert [row["id"] for row in index.clusters()] == ["a", "b"]


def test_cells_of_a_frame_may_be_of_several_kinds(index):
    rows = {
        "id": [1, "b"],
        "text": [text(1), text(2)],
        "tags": [numpy.array([1.5, numpy.nan]), None],
        "seen": [pandas.Timestamp("2025-03-01"), pandas.NaT],
        "any": [("a", 1), 2.5],
    }
    index.add(pandas.DataFrame(rows))
    assert [{**record, "text": ""} for record in index.export()] == [
        {"id": 1, "text": "", "tags": [1.5, None], "seen": "2025-03-01 00:00:00", "any": ["a", 1]},
        {"id": "b", "text": "", "any": 2.5},
    ]
    with pytest.raises(newsprint.InputError, match="several kinds"):
        newsprint.cluster(pandas.DataFrame({"text": [text(1), 7]}))


def test_what_is_removed_is_gone(index):
    index.add([{"id": number, "text": text(number)} for number in range(3)])
    with pytest.warns(newsprint.SkippedArticles, match="17"):
        index.remove([1, 17])
    assert [str(row["id"]) for row in index.clusters()] == ["0", "2"]
    index.compact()
    index.upgrade()
    index.check()
    assert "2 articles" in index.refresh()


def test_scopes_do_not_see_each_other(index):
    index.add([{"id": "a", "text": text(1)}])
    mine = newsprint.Index(index.path, scope="mine")
    assert index.query([{"id": "x", "text": text(1)}], changes=False, window="7d")[0]["parent"] == "a"
    assert mine.query([{"id": "x", "text": text(1)}])[0]["parent"] is None
    mine.add([{"id": "b", "text": text(1)}])
    assert [row["id"] for row in mine.clusters()] == ["b"]


def test_paths_and_reports(index, tmp_path):
    index.add(FIXTURES / "batch.jsonl")
    page = index.report(tmp_path / "report.html", title="What is stored")
    assert "What is stored" in page.read_text("utf-8")


def test_an_index_that_is_not_there(tmp_path):
    with pytest.raises(newsprint.NewsprintError):
        newsprint.Index(tmp_path / "none.index").clusters()
    with pytest.raises(TypeError):
        newsprint.Index(tmp_path / "none.index").add(3)


def test_parquet_goes_into_an_index_on_the_command_line(index, tmp_path, capfd):
    articles = [{"id": "a", "text": text(1)}, {"id": "b", "text": text(2)}]
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(articles), tmp_path / "day.parquet")
    assert main(["index", "add", str(index.path), str(tmp_path / "day.parquet"), "--window", "7d", "--quiet"]) == 0
    assert [row["id"] for row in index.clusters()] == ["a", "b"]
    assert main(["index", "query", str(index.path), str(tmp_path / "day.parquet"), "-o", str(tmp_path / "found.parquet")]) == 0
    assert pyarrow.parquet.read_table(tmp_path / "found.parquet").column("parent").to_pylist() == ["a", "b"]
