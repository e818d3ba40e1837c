"""Newsprint on Spark in local mode: one machine's answers, whatever the partitions, what the rows are, and who is killed."""

import os
import random
import sys

import pytest
from conftest import text

import newsprint
from newsprint import _program

pytest.importorskip("pyspark")

from pyspark.sql import SparkSession

import newsprint.spark as many
from newsprint.spark import _chain, _components, _filter, _together, _work


def session(workers):
    os.environ["PYSPARK_PYTHON"] = sys.executable
    made = (
        SparkSession.builder.master(f"local[{workers},4]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.driver.memory", "1g")
        .config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1")
        .getOrCreate()
    )
    made.sparkContext.setLogLevel("OFF")
    return made


@pytest.fixture(scope="module")
def two():
    made = session(2)
    yield made
    made.stop()


@pytest.fixture(scope="module")
def four(two):
    two.stop()
    made = session(4)
    yield made
    made.stop()


COLUMNS = ("id", "text", "title", "url", "source", "published")


def batch(records):
    """The fixture's articles; as many of one recurring form; and rows that are no articles."""
    forms = [
        {
            "id": f"form-{number:03}",
            "source": "Dorn Herald",
            "text": f"The council of Dorn reported on Tuesday that {number * 7919 % 100000} ballots were cast in district {number}. "
            f"The count was led by officer {number * 31 % 977} and closed at {number % 24}:15. Results are provisional until the "
            "electoral office has confirmed them in writing, which is expected by the end of the week, a clerk said.",
        }
        for number in range(len(records))
    ]
    bad = [{"id": "bad-1", "text": None}, {"id": "bad-2", "text": " \n\u00a0"}, {"id": "bad-3", "text": ""}]
    return [*records, *forms, *bad, {"id": "twin", "text": records[0]["text"]}]


def frame(spark, articles, parts, columns=COLUMNS):
    """The articles in their order, with an empty partition at the end."""
    rows = [tuple(article.get(name) for name in columns) for article in articles]
    size = -(-len(rows) // (parts - 1))
    cut = [rows[start : start + size] for start in range(0, len(rows), size)] + [[]]
    spread = spark.sparkContext.parallelize(list(enumerate(cut)), len(cut)).flatMap(lambda part: part[1])
    return spark.createDataFrame(spread, ", ".join(f"{name} string" for name in columns))


def same(one, other):
    """Whether rows of one machine (as dicts) and of many say the same."""
    by_id = {row["id"]: row for row in one}
    rows = {row["id"]: row.asDict() for row in other}
    assert set(rows) == set(by_id)
    for id, row in rows.items():
        assert row == {name: by_id[id].get(name) for name in row}, id


@pytest.mark.filterwarnings("ignore::newsprint.SkippedArticles")
def test_copies_are_those_of_one_machine(two, records, monkeypatch):
    monkeypatch.setattr(_chain, "_LEAST", 20)
    # Without outlets keys are made with the rows; the stories below have them, and take both ways to find candidates.
    columns = ("id", "title", "text", "published")

    articles = [{name: article.get(name) for name in columns} for article in batch(records)]
    expected = newsprint.dedupe(articles)
    found = many.dedupe(frame(two, articles, 3, columns))
    same(expected.dropped, found.dropped.collect())
    assert {row["id"] for row in found.kept.collect()} == {row["id"] for row in expected.kept}
    assert found.kept.columns == list(columns)


@pytest.mark.filterwarnings("ignore::newsprint.SkippedArticles")
@pytest.mark.parametrize("in_one_task", [0, 10_000])
def test_stories_are_those_of_one_machine_when_a_worker_is_killed(four, records, tmp_path, monkeypatch, in_one_task):
    monkeypatch.setattr(_chain, "_LEAST", 20)
    monkeypatch.setattr(_together, "IN_ONE_TASK", in_one_task)
    articles = batch(records)
    expected = [row for row in newsprint.cluster(articles) if row["cluster"]]
    # The first process that verifies ends the worker that started it.
    killer = tmp_path / "newsprint"
    killer.write_text(
        f'#!/bin/sh\n[ "$2" != verify ] || ! mkdir {tmp_path}/killed 2>/dev/null || kill -9 $PPID\n'
        f'exec {_program.program()} "$@"\n'
    )
    killer.chmod(0o755)
    monkeypatch.setattr(_program, "program", lambda: str(killer))
    monkeypatch.setenv("NEWSPRINT", str(killer))
    four.sparkContext.environment["NEWSPRINT"] = str(killer)
    found = many.cluster(frame(four, articles, 5)).collect()
    assert (tmp_path / "killed").exists()
    same(expected, found)


@pytest.fixture
def files(four, records, tmp_path, monkeypatch):
    """The articles in Parquet files, of which Spark knows how large they are; the way of many executors is closed."""
    monkeypatch.setattr(many, "Chain", None)
    path = str(tmp_path / "articles")
    frame(four, batch(records), 5).write.parquet(path)
    return four.read.parquet(path)


@pytest.mark.filterwarnings("ignore::newsprint.SkippedArticles")
def test_articles_that_one_executor_holds_go_through_the_program_at_once(files, records):
    articles = batch(records)
    expected = newsprint.dedupe(articles, keep="longest")
    found = many.dedupe(files, keep="longest")
    same(expected.dropped, found.dropped.collect())
    assert {row["id"] for row in found.kept.collect()} == {row["id"] for row in expected.kept}
    same([row for row in newsprint.cluster(articles, roles="full") if row["cluster"]], many.cluster(files, roles="full").collect())


def test_ids_keep_their_type_and_columns_their_names(four, tmp_path, monkeypatch):
    monkeypatch.setattr(many, "Chain", None)
    rows = [(number, text(number % 3), "2026-01-0" + str(1 + number)) for number in range(5)]
    four.createDataFrame(rows, "number long, body string, day string").coalesce(1).write.parquet(str(tmp_path / "rows"))
    found = many.dedupe(four.read.parquet(str(tmp_path / "rows")), id="number", text="body", published="day")
    assert sorted((row["number"], row["duplicate_of"]) for row in found.dropped.collect()) == [(3, 0), (4, 1)]
    assert sorted(row["number"] for row in found.kept.collect()) == [0, 1, 2]


@pytest.mark.parametrize(("other", "message"), [("a", '"a" comes 2 times'), ("", "1 rows have no id"), (None, "1 rows have no id")])
def test_odd_ids_in_files_are_said(four, tmp_path, other, message):
    four.createDataFrame([("a", text(1)), (other, text(2))], "id string, text string").write.parquet(str(tmp_path / "rows"))
    with pytest.raises(newsprint.InputError, match=message):
        many.dedupe(four.read.parquet(str(tmp_path / "rows")))


def graph():
    """A long chain, a star, many small parts, pairs that come twice and both ways, and loops, as one graph."""
    rng = random.Random(5)
    chain = list(range(40))
    rng.shuffle(chain)
    edges = list(zip(chain, chain[1:], strict=False))
    edges += [(n, 199) for n in range(100, 160)]
    edges += [(300 + rng.randrange(80), 300 + rng.randrange(80)) for _ in range(60)]
    return [*edges, (1000, 1001), (1001, 1000), (1000, 1001), (2**53, 1003), (1005, 1005)]


def naive(edges):
    """Components by spreading the least number until nothing changes."""
    found = {n: n for edge in edges for n in edge}
    changed = True
    while changed:
        changed = False
        for a, b in edges:
            least = min(found[a], found[b])
            changed |= found[a] != least or found[b] != least
            found[a] = found[b] = least
    return found


@pytest.mark.parametrize("in_one_task", [-1, 1000])
def test_components_are_those_of_the_definition(four, in_one_task, monkeypatch):
    monkeypatch.setattr(_components, "IN_ONE_TASK", in_one_task)
    with _work.Work(four, None) as work:
        edges = four.createDataFrame(graph(), "a long, b long")
        found = {row.n: row.component for row in _components.components(edges, work).collect()}
    assert found == naive([(a, b) for a, b in graph() if a != b])


def test_what_is_wrong_with_the_articles_is_said(four):
    def articles(*rows):
        return four.createDataFrame(rows, "id string, text string")

    with pytest.raises(newsprint.InputError, match='"a" comes 2 times'):
        many.dedupe(articles(("a", text(1)), ("a", text(2))))
    with pytest.raises(newsprint.InputError, match="1 rows have no id"):
        many.dedupe(articles(("a", text(1)), (None, text(2))))
    with pytest.raises(newsprint.InputError, match='no column is called "body"'):
        many.cluster(articles(("a", text(1))), text="body")
    with pytest.raises(TypeError):
        many.cluster(articles(("a", text(1))), nonsense="text")


def test_a_step_that_fails_says_why(four):
    rows = four.createDataFrame([("{}",)], "line string")
    with pytest.raises(Exception, match='no known "stage"'):
        rows.mapInArrow(_filter.Filter(["keys"]), _filter.SCHEMA).collect()


@pytest.mark.parametrize("listed", [0, 1000])
def test_rows_of_some_numbers(four, listed, monkeypatch):
    monkeypatch.setattr(_work, "_LISTED", listed)
    with _work.Work(four, None) as work:
        frame = four.createDataFrame([(1, 1), (2, None), (3, 5)], "n long, of long")
        assert {row.n for row in work.only(frame, "of", [5, 7]).collect()} == {3}
        assert {row.n for row in work.only(frame, "of", [5, 7], without=True).collect()} == {1, 2}
