"""The calls on tables of every kind: they agree with each other and with the command line."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pandas
import polars
import pyarrow
import pytest
from conftest import FIXTURES, text

import newsprint
from newsprint import _program

KINDS = {
    "records": lambda records: records,
    "pyarrow": pyarrow.Table.from_pylist,
    "pandas": lambda records: pandas.DataFrame(records, index=[f"row {number}" for number in range(len(records))]),
    "polars": polars.DataFrame,
    "polars lazy": polars.LazyFrame,
    "batch": lambda records: pyarrow.RecordBatch.from_pylist(records),
}


def rows(table):
    """A table of any kind as a list of dicts."""
    if isinstance(table, list):
        return table
    if isinstance(table, pyarrow.Table):
        return table.to_pylist()
    if isinstance(table, polars.DataFrame):
        return table.to_dicts()
    return table.to_dict("records")


def by_command(*line):
    """What the program itself writes."""
    done = subprocess.run([_program.program(), *line], capture_output=True, check=True, env=_program.environment())
    return [json.loads(one) for one in done.stdout.splitlines()]


@pytest.mark.parametrize("kind", KINDS)
def test_dedupe_keeps_what_the_command_keeps(kind, records):
    found = newsprint.dedupe(KINDS[kind](records))
    expected = [str(record["id"]) for record in by_command("dedupe", str(FIXTURES / "batch.jsonl"))]
    assert [row["id"] for row in rows(found.kept)] == expected
    assert set(rows(found.kept)[0]) == set(records[0])
    kept = set(expected)
    assert all(row["duplicate_of"] in kept and row["id"] not in kept for row in rows(found.dropped))
    assert len(rows(found.kept)) + len(rows(found.dropped)) == len(records)


@pytest.mark.parametrize("kind", KINDS)
def test_clusters_are_those_of_the_command(kind, records):
    found = rows(newsprint.cluster(KINDS[kind](records), roles="full"))
    expected = by_command("cluster", "--roles", "full", str(FIXTURES / "batch.jsonl"))
    for name in ("id", "cluster", "event", "role", "original", "parent"):
        assert [row[name] for row in found] == [str(row[name]) for row in expected], name


def test_a_frame_keeps_its_index_and_columns(records):
    frame = KINDS["pandas"](records)
    assert list(newsprint.flag(frame).index) == list(frame.index)
    found = newsprint.dedupe(frame)
    assert list(found.kept.columns) == list(frame.columns)
    assert set(found.kept.index) <= set(frame.index)


@pytest.mark.parametrize("ids", [[7, 7, 7], [None, "a", 3], ["x", "x", "y"], [True, 1.5, {"a": 1}]])
def test_ids_may_be_anything(ids):
    articles = [{"id": name, "text": text(number % 2)} for number, name in enumerate(ids)]
    found = newsprint.dedupe(articles)
    assert [row["id"] for row in found.kept] == ids[:2]
    assert [(row["id"], row["duplicate_of"]) for row in found.dropped] == [(ids[2], ids[0])]


@pytest.mark.parametrize(
    "ids",
    [
        pyarrow.array(["b", "a", "c"]),
        pyarrow.array(["b", "a", "c"], pyarrow.large_string()),
        pyarrow.array(["b", "a", "c"]).dictionary_encode(),
        pyarrow.array(["b", "", "c"]),
        pyarrow.array(["b", None, "c"]),
        pyarrow.array(["b", "b", "b"]),
        pyarrow.array([2**64 - 1, 0, 7], pyarrow.uint64()),
        pyarrow.array([-1, None, 7], pyarrow.int8()),
        pyarrow.array([True, False, True]),
        pyarrow.array([1.5, 2.0, 2.0]),
    ],
)
def test_ids_of_a_column_are_those_of_its_values(ids):
    texts = [text(1), text(2), text(1)]
    expected = newsprint.dedupe([{"id": id, "text": text} for id, text in zip(ids.to_pylist(), texts, strict=True)])
    # In two pieces, since ids are found over all of them.
    table = pyarrow.table({"id": pyarrow.chunked_array([ids[:1], ids[1:]]), "text": texts})
    found = newsprint.dedupe(table)
    assert found.kept.to_pylist() == expected.kept
    assert found.dropped.to_pylist() == expected.dropped
    assert {found.dropped.schema.field(name).type for name in ("id", "duplicate_of")} <= {ids.type}
    stories = newsprint.cluster(table)
    assert stories.column("id").to_pylist() == ids.to_pylist()
    assert {stories.schema.field(name).type for name in ("id", "original", "parent")} == {ids.type}


@pytest.mark.parametrize("kind", ["pyarrow", "pandas", "polars"])
def test_ids_above_those_of_64_bits_with_a_sign(kind):
    ids = [2**64 - 1, 2**63, 5]
    columns = {"id": pandas.Series(ids, dtype="uint64"), "text": [text(number % 2) for number in range(3)]}
    frame = pandas.DataFrame(columns)
    frame = {"pyarrow": pyarrow.Table.from_pandas, "pandas": lambda frame: frame, "polars": polars.from_pandas}[kind](frame)
    found = newsprint.dedupe(frame)
    assert [(row["id"], row["duplicate_of"]) for row in rows(found.dropped)] == [(5, 2**64 - 1)]
    stories = rows(newsprint.cluster(frame, roles="full"))
    assert [row["original"] for row in stories] == [2**64 - 1, 2**63, 2**64 - 1]
    assert [row["parent"] for row in stories][2] == 2**64 - 1


def test_articles_without_ids_go_by_their_rows():
    found = newsprint.cluster(pyarrow.table({"text": [text(1), text(2), text(1)]})).to_pylist()
    assert [row["id"] for row in found] == [0, 1, 2]
    assert found[0]["cluster"] == found[2]["cluster"] != found[1]["cluster"]


def test_columns_by_other_names_and_types():
    articles = pandas.DataFrame(
        {
            "body": pandas.Categorical([text(1), text(1), text(2)]),
            "when": pandas.to_datetime(["2025-03-02", "2025-03-01", "2025-03-03"], utc=True),
        }
    )
    found = newsprint.dedupe(articles, text="body", published="when", keep="earliest")
    assert list(found.kept.index) == [1, 2]


def test_the_usual_name_of_a_text_is_found():
    found = newsprint.dedupe([{"content": text(1)}, {"content": text(1)}, {"content": text(2)}])
    assert len(found.kept) == 2


@pytest.mark.parametrize(
    "empty", [[], pyarrow.table({"text": pyarrow.array([], pyarrow.string())}), polars.DataFrame({"text": []})]
)
def test_an_empty_table_is_an_empty_result(empty):
    found = newsprint.dedupe(empty)
    assert len(rows(found.kept)) == len(rows(found.dropped)) == 0
    assert len(rows(newsprint.cluster(empty))) == 0


def test_texts_cross_unharmed():
    odd = ['quotes "and", commas\nlines\r\n\ttabs', "", "ünïcödé 漢字 \u202e bidi", "a\\b", None, "nan", "'; DROP"]
    texts = [{"id": str(n), "text": one} for n, one in enumerate(odd) if one]
    for kind in ("records", "pyarrow", "polars"):
        found = newsprint.cluster(KINDS[kind](texts))
        assert [row["id"] for row in rows(found)] == [one["id"] for one in texts]


def test_preferred_outlets_stay():
    articles = [{"text": text(1), "source": name} for name in ("one", "two", "three")]
    assert newsprint.dedupe(articles, prefer=["two"]).kept == [articles[1]]


def test_what_a_comparison_says():
    a = "The council of Anvey voted on Monday to spend 40 million crowns on the harbour wall, the mayor said."
    found = newsprint.compare(a, {"text": a.replace("40", "14")})
    assert [finding.category for finding in found.serious] == ["number"]
    finding = found.serious[0]
    assert a.encode()[finding.a.start : finding.a.end].decode() == finding.a.text
    assert 0 <= found.similarity["resemblance"] <= 1
    assert newsprint.compare_pairs([(a, a), (a, "Quite another text.")], threads=1)[0].relation == "identical"


def test_reports_are_written(records, tmp_path):
    made = newsprint.report(polars.DataFrame(records), tmp_path / "report.html", title="A title of ours")
    page = made.read_text("utf-8")
    assert "A title of ours" in page and records[0]["source"] in page


def test_words_are_explained():
    assert "weakest" in newsprint.explain("degree")


@pytest.mark.parametrize(
    "call, kind, place",
    [
        (lambda: newsprint.dedupe("no/such/file.jsonl"), newsprint.InputError, "no/such/file.jsonl"),
        (lambda: newsprint.dedupe([{"text": "a"}], level="some"), newsprint.UsageError, None),
        (lambda: newsprint.dedupe([{"text": "a"}], threads=0), newsprint.UsageError, None),
        (lambda: newsprint.dedupe(pyarrow.table({"a": ["b"]}), text="body"), newsprint.InputError, None),
        (lambda: newsprint.dedupe(pyarrow.table({"text": [[1]]})), newsprint.InputError, None),
        (lambda: newsprint.dedupe([1, 2]), TypeError, None),
        (lambda: newsprint.dedupe(3), TypeError, None),
        (lambda: newsprint.cluster([{"text": "a"}], nonsense="b"), TypeError, None),
        (lambda: newsprint.compare(1, "a"), TypeError, None),
        (lambda: newsprint.explain("nonsense"), newsprint.NewsprintError, None),
    ],
)
def test_errors_name_what_and_where(call, kind, place):
    with pytest.raises(kind) as raised:
        call()
    assert str(raised.value)
    assert getattr(raised.value, "location", None) == place


def test_skipped_records_are_warned_of(tmp_path):
    file = tmp_path / "broken.jsonl"
    file.write_text(json.dumps({"text": text(1)}) + "\n{broken\n")
    with pytest.warns(newsprint.SkippedArticles, match="broken.jsonl:2"):
        assert len(newsprint.cluster(file)) == 1


def test_progress_goes_to_a_function(records):
    said = []
    newsprint.cluster(records, progress=said.append)
    assert any("reading" in line for line in said) and said[-1] == ""


def test_a_call_that_breaks_off_ends_the_program():
    def pairs():
        yield ("a", "b")
        raise RuntimeError("no more")

    with pytest.raises(RuntimeError):
        newsprint.compare_pairs(pairs())


def test_rows_without_text_stay_and_are_counted():
    articles = [{"id": n, "text": one} for n, one in enumerate([text(1), "", None, text(1), text(2)])]
    with pytest.warns(newsprint.SkippedArticles, match=r"empty.*\(1 row\).*missing.*\(1 row\)"):
        found = newsprint.dedupe(articles)
    assert [row["id"] for row in found.kept] == [0, 1, 2, 4]
    with pytest.warns(newsprint.SkippedArticles):
        stories = newsprint.cluster(polars.DataFrame(articles))
    assert stories["cluster"].is_null().to_list() == [False, True, True, False, False]


def test_a_package_in_an_archive_unpacks_its_program(tmp_path):
    archive = tmp_path / "newsprint.zip"
    package = Path(newsprint.__file__).parent
    with zipfile.ZipFile(archive, "w") as packed:
        for file in package.rglob("*.py"):
            packed.write(file, Path("newsprint", file.relative_to(package)))
        packed.writestr("newsprint/bin/newsprint", "#!/bin/sh\necho from the archive\n")
    environment = {**os.environ, "PYTHONPATH": str(archive), "TMPDIR": str(tmp_path)}
    environment.pop("NEWSPRINT", None)
    for _ in range(2):
        line = [sys.executable, "-m", "newsprint", "--version"]
        done = subprocess.run(line, capture_output=True, text=True, env=environment, cwd=tmp_path)
        assert done.stdout == "from the archive\n", done.stderr
