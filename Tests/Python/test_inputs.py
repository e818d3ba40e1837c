"""Inputs that the package reads for the program: tables on disk, pages, archives, feeds, other compressions."""

import bz2
import gzip
import io
import json
import lzma
import subprocess
import sys

import pyarrow
import pyarrow.feather
import pyarrow.parquet
import pytest
from conftest import text

import newsprint
from newsprint import _program, inputs
from newsprint.__main__ import main

ARTICLES = [
    {"id": "a", "text": text(1), "title": "One"},
    {"id": "b", "text": text(2), "title": "Two"},
    {"id": "c", "text": text(1), "title": "One"},
]

PARAGRAPHS = [
    "The ferry between Anvey and Dorn will stop running in March because its engines fail the new exhaust rules, the port said.",
    "Repairs would cost more than the boat is worth, according to a report that the council discussed behind closed doors on Monday.",
    "Residents of the island collected nine hundred signatures against the plan and want the state to pay for a smaller vessel.",
]


def page(title="Ferry stops", paragraphs=PARAGRAPHS, head=""):
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        f'<!doctype html><html lang="en-GB"><head><title>{title}</title>{head}</head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


def packed(tmp_path, kind):
    lines = "".join(json.dumps(one) + "\n" for one in ARTICLES).encode()
    file = tmp_path / f"articles{kind}"
    if kind == ".parquet":
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(ARTICLES), file)
    elif kind == ".arrow":
        pyarrow.feather.write_feather(pyarrow.Table.from_pylist(ARTICLES), str(file))
    elif kind == ".jsonl.xz":
        file.write_bytes(lzma.compress(lines))
    elif kind == ".jsonl.bz2":
        file.write_bytes(bz2.compress(lines))
    else:
        file.write_bytes(lines)
    return file


@pytest.mark.parametrize("kind", [".jsonl", ".parquet", ".arrow", ".jsonl.xz", ".jsonl.bz2"])
def test_the_same_articles_in_any_file_are_the_same(tmp_path, kind):
    found = newsprint.dedupe(packed(tmp_path, kind))
    assert [row["id"] for row in found.kept] == ["a", "b"]
    assert [(row["id"], row["duplicate_of"]) for row in found.dropped] == [("c", "a")]
    folder = newsprint.cluster(tmp_path)
    assert [row["id"] for row in folder] == ["a", "b", "c"]


def test_pages_keep_what_they_say_of_their_source(tmp_path):
    head = (
        '<link rel="canonical" href="https://herald.example/ferry">'
        '<meta name="syndication-source" content="https://wire.example/1">'
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "publisher": {"name": "Dorn Herald"}}]}</script>'
    )
    (tmp_path / "page.html").write_bytes(page(head=head))
    (article,) = inputs.articles(tmp_path / "page.html")
    assert PARAGRAPHS[0] in article["text"] and "Home" not in article["text"]
    assert article["url"] == article["id"] == "https://herald.example/ferry"
    assert article["syndication_source"] == "https://wire.example/1"
    assert article["publisher"] == "Dorn Herald"
    assert article["language"] == "en"


def archive(pages, kind="response"):
    from fastwarc.stream_io import GzipWriter
    from fastwarc.warc import WarcRecord, WarcRecordType

    file = io.BytesIO()
    stream = GzipWriter(file)
    for number, body in enumerate(pages):
        record = WarcRecord()
        record.init_headers(getattr(WarcRecordType, kind))
        record.headers["WARC-Target-URI"] = f"https://site{number}.example/ferry"
        if kind == "response":
            record.set_bytes_content(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body)
            record.headers["Content-Type"] = "application/http; msgtype=response"
        else:
            record.set_bytes_content(body)
        record.write(stream)
    stream.close()
    return file.getvalue()


def test_copies_are_found_in_a_web_archive(tmp_path):
    other = page("Harvest", [one.replace("ferry", "harvest").replace("e", "o") for one in PARAGRAPHS])
    (tmp_path / "crawl.warc.gz").write_bytes(archive([page(), other, page()]))
    found = newsprint.cluster(tmp_path / "crawl.warc.gz")
    assert len(found) == 3
    assert found[0]["cluster"] == found[2]["cluster"] != found[1]["cluster"]


def test_texts_of_a_wet_file(tmp_path):
    body = ("Ferry stops\n" + "\n".join(PARAGRAPHS)).encode()
    (tmp_path / "crawl.wet.gz").write_bytes(archive([body], "conversion"))
    (article,) = inputs.articles(tmp_path / "crawl.wet.gz")
    assert article["title"] == "Ferry stops" and article["source"] == "site0.example"
    assert article["text"].startswith(PARAGRAPHS[0])


def test_feeds_keep_the_source_of_an_entry(tmp_path):
    (tmp_path / "news.rss").write_text(
        '<rss version="2.0"><channel><title>Dorn Herald</title><item><title>Ferry stops</title><link>https://h.example/1</link>'
        "<pubDate>Mon, 03 Mar 2025 10:00:00 GMT</pubDate><source url='https://wire.example'>The Wire</source>"
        f"<description>&lt;p&gt;{PARAGRAPHS[0]}&lt;/p&gt;</description></item></channel></rss>"
    )
    (article,) = inputs.articles(tmp_path / "news.rss")
    assert article["text"] == PARAGRAPHS[0]
    assert article["syndication_source"] == "The Wire" and article["source"] == "Dorn Herald"
    assert article["published"] == "2025-03-03T10:00:00Z"


@pytest.mark.parametrize("name, content", [("a.parquet", b"no table"), ("b.xz", b"no xz"), ("c.rss", b"no feed")])
def test_broken_files_are_named(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(newsprint.InputError, match=name.replace(".", r"\.")):
        newsprint.cluster(tmp_path / name)


def test_parquet_in_parquet_out_on_the_command_line(tmp_path):
    source, kept, dropped = packed(tmp_path, ".parquet"), tmp_path / "kept.parquet", tmp_path / "dropped.parquet"
    assert main(["dedupe", str(source), "-o", str(kept), "--duplicates", str(dropped), "--quiet"]) == 0
    assert pyarrow.parquet.read_table(kept).to_pylist() == ARTICLES[:2]
    assert pyarrow.parquet.read_table(dropped).column("id").to_pylist() == ["c"]
    stories = tmp_path / "stories.parquet"
    assert main(["cluster", str(source), "--output", str(stories), "--quiet"]) == 0
    assert pyarrow.parquet.read_table(stories).column("id").to_pylist() == ["a", "b", "c"]


def test_the_command_line_passes_on_what_it_need_not_touch(tmp_path):
    done = subprocess.run([sys.executable, "-m", "newsprint", "--version"], capture_output=True, text=True)
    assert done.returncode == 0 and done.stdout.strip()
    done = subprocess.run([sys.executable, "-m", "newsprint", "dedupe", "no.jsonl"], capture_output=True, text=True)
    assert done.returncode == 2 and "no.jsonl" in done.stderr
    done = subprocess.run([sys.executable, "-m", "newsprint", "cluster", "no.parquet"], capture_output=True, text=True)
    assert done.returncode == 2 and "no.parquet" in done.stderr


@pytest.mark.parametrize("held", [0, 1 << 30])
@pytest.mark.parametrize("ending", [".parquet", ".arrow"])
def test_tables_keep_their_rows_and_types_whatever_they_are_cut_into(tmp_path, ending, held, monkeypatch):
    from newsprint import _arrow

    monkeypatch.setattr(_arrow, "_HELD", held)
    monkeypatch.setattr(_arrow, "_ROW_GROUP", 1 << 16)  # several row groups, and batches that are left out whole
    count = 9000
    table = pyarrow.table(
        {
            "id": pyarrow.array(range(count), pyarrow.int32()),
            "text": pyarrow.array([text(number % 300) for number in range(count)]).dictionary_encode(),
            "tags": [[number, None] for number in range(count)],
        }
    )
    files = [tmp_path / f"{number}{ending}" for number in range(2)]
    for file, part in zip(files, (table.slice(0, 100), table.slice(100)), strict=True):
        _arrow.save(part, file)
    assert _arrow.ArrowFiles(files).count == count
    kept = tmp_path / f"kept{ending}"
    assert main(["dedupe", *map(str, files), "-o", str(kept), "--keep", "first", "--quiet"]) == 0
    read = pyarrow.parquet.read_table if ending == ".parquet" else pyarrow.feather.read_table
    assert read(str(kept)).to_pylist() == table.slice(0, 300).to_pylist()
    assert read(str(kept)).schema.field("id").type == pyarrow.int32()
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


@pytest.mark.parametrize("ending", [".parquet", ".arrow"])
def test_a_process_of_its_own_makes_the_same_file(tmp_path, ending):
    from newsprint import _arrow

    # Without numpy and pandas, and with memory from elsewhere; the columns are of kinds that Python's values would lose.
    columns = {
        "id": pyarrow.array([7, 8, 9], pyarrow.uint64()),
        "text": [text(1), text(1), text(2)],
        "published": pyarrow.array([1_700_000_000_000_000_001] * 3, pyarrow.timestamp("ns", "UTC")),
        "body": pyarrow.array([b"\x00", None, b"\xff"]),
    }
    source, here, apart = (tmp_path / (name + ending) for name in ("source", "here", "apart"))
    _arrow.save(pyarrow.table(columns), source)
    assert main(["dedupe", str(source), "-o", str(here), "--duplicates", str(tmp_path / "here.jsonl"), "--quiet"]) == 0
    line = [str(source), "-o", str(apart), "--duplicates", str(tmp_path / "apart.jsonl")]
    done = subprocess.run([sys.executable, "-c", "from newsprint.__main__ import main; main()", "dedupe", *line], capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"Kept 2, dropped 1 (1 identical).\n")
    assert apart.read_bytes() == here.read_bytes()
    assert (tmp_path / "apart.jsonl").read_text() == (tmp_path / "here.jsonl").read_text()
    assert json.loads((tmp_path / "apart.jsonl").read_text())["duplicate_of"] == 7


def tables(tmp_path):
    """A table and where the rest of it goes."""
    source = packed(tmp_path, ".parquet")
    (tmp_path / "file").write_text("")
    return source, tmp_path / "kept.parquet"


@pytest.mark.parametrize(
    "words, status, said",
    [
        (["--nonsense"], 64, "nonsense"),
        (["--level", "nonsense"], 64, "nonsense"),
        (["--prefer", "no-such-file"], 64, "no-such-file"),
        (["--text-field", "body"], 2, 'no column is called "body"'),
        (["-o", "articles.parquet"], 64, "would be lost"),
        (["-o", "link.parquet"], 64, "would be lost"),
        (["-o", "no/such/folder.parquet"], 2, "no/such/folder.parquet: the output cannot be written"),
        (["-o", "file/kept.parquet"], 2, "cannot be written"),
        (["--duplicates", "no/such/folder.jsonl"], 2, "no/such/folder.jsonl: the output cannot be written"),
        (["--duplicates", "./kept.parquet"], 64, "same place"),
    ],
)
def test_what_is_wrong_with_a_command_on_tables_is_said(tmp_path, words, status, said, capfd, monkeypatch):
    tables(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link.parquet").symlink_to("articles.parquet")
    before = (tmp_path / "articles.parquet").read_bytes()
    assert main(["dedupe", "articles.parquet", "-o", "kept.parquet", *words]) == status
    assert said in capfd.readouterr().err
    assert (tmp_path / "articles.parquet").read_bytes() == before
    assert not (tmp_path / "kept.parquet").exists() and not list(tmp_path.glob(".*"))


def test_a_command_on_tables_takes_the_options_of_the_program(tmp_path, capfd):
    # Nearer than a day by one order of day and month, months apart by the other.
    rows = [{"id": n, "text": text(1), "published": day} for n, day in enumerate(["02/03/2025", "03/03/2025", "03/02/2025"])]
    source, kept = tmp_path / "source.parquet", tmp_path / "kept.parquet"
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), source)

    def ids(*words):
        assert main(["dedupe", str(source), "-o", str(kept), "--window", "36h", "--keep", "first", *words]) == 0
        return pyarrow.parquet.read_table(kept).column("id").to_pylist()

    assert ids("--date-order", "dmy") == [0, 2]
    assert "Kept 2, dropped 1 (1 identical)." in capfd.readouterr().err
    assert ids("--date-order=mdy", "-q") == [0, 1]
    assert capfd.readouterr().err == ""
    assert main(["dedupe", "--help", str(source), "-o", str(kept)]) == 0
    assert "USAGE: newsprint dedupe" in capfd.readouterr().out


def test_rows_of_a_table_without_text_are_told_of(tmp_path, capfd):
    source, kept = tmp_path / "source.parquet", tmp_path / "kept.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"id": ["a", "b"], "text": [text(1), ""]}), source)
    assert main(["dedupe", str(source), "-o", str(kept)]) == 0
    warning, summary = capfd.readouterr().err.splitlines()
    assert warning.startswith('warning: field "text" is empty.') and "(1 row)" in warning and summary == "Kept 2, dropped 0."


def test_articles_of_a_table_without_ids_are_called_by_their_places(tmp_path, capfd, monkeypatch):
    monkeypatch.chdir(tmp_path)
    pyarrow.parquet.write_table(pyarrow.table({"text": [text(1), text(2), text(1)]}), "day.parquet")
    assert main(["cluster", "day.parquet", "-q"]) == 0
    assert [json.loads(line)["id"] for line in capfd.readouterr().out.splitlines()] == [f"day.parquet:{n}" for n in (1, 2, 3)]
    assert [row["id"] for row in newsprint.dedupe("day.parquet").dropped] == ["day.parquet:3"]
    assert main(["dedupe", "day.parquet", "-q"]) == 0
    assert [set(json.loads(line)) for line in capfd.readouterr().out.splitlines()] == [{"text"}] * 2


def test_numbers_that_are_none_cross_as_null(tmp_path):
    nan, infinite = float("nan"), float("inf")
    columns = {"id": ["a", "b"], "text": [text(1), text(2)], "score": [nan, 1.5], "more": [[infinite, nan], [1.0]]}
    file = tmp_path / "source.parquet"
    pyarrow.parquet.write_table(pyarrow.table(columns), file)
    kept = newsprint.dedupe(file, output=tmp_path / "kept.jsonl").kept
    rows = [json.loads(line, parse_constant=pytest.fail) for line in kept.read_text().splitlines()]
    assert [(row["score"], row["more"]) for row in rows] == [(None, [None, None]), (1.5, [1.0])]
    with pytest.warns(newsprint.SkippedArticles):
        assert [row["cluster"] is None for row in newsprint.cluster([{"text": nan}, {"text": text(1), "title": nan}])] == [True, False]
    index = newsprint.Index(tmp_path / "news.index")
    index.add(pyarrow.table(columns))
    assert [json.loads(json.dumps(row), parse_constant=pytest.fail)["score"] for row in index.export()] == [None, 1.5]


def test_every_output_that_is_named_as_a_table_is_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    packed(tmp_path, ".jsonl")
    found = newsprint.dedupe("articles.jsonl", output="kept.parquet", duplicates="dropped.arrow")
    assert pyarrow.parquet.read_table(found.kept).to_pylist() == ARTICLES[:2]
    assert pyarrow.feather.read_table(found.dropped).column("id").to_pylist() == ["c"]
    for name in ("jsonl", "parquet"):
        assert main(["dedupe", "articles.jsonl", "-o", f"kept.{name}", "--duplicates=dropped.parquet", "-q"]) == 0
        assert pyarrow.parquet.read_table("dropped.parquet").column("duplicate_of").to_pylist() == ["a"]
    assert (tmp_path / "kept.jsonl").read_bytes() == "".join(json.dumps(one) + "\n" for one in ARTICLES[:2]).encode()
    # Rows of tables are of their kinds.
    pyarrow.parquet.write_table(pyarrow.table({"id": pyarrow.array([1, 2], pyarrow.int8()), "text": [text(1)] * 2}), "few.parquet")
    found = newsprint.dedupe("few.parquet", output="kept.arrow", duplicates="few.jsonl")
    assert pyarrow.feather.read_table(found.kept).schema.field("id").type == pyarrow.int8()
    assert json.loads(found.dropped.read_text())["id"] == 2
    # Of nothing dropped comes an empty table.
    for source in ("kept.jsonl", "kept.parquet"):
        assert main(["dedupe", source, "-o", "again.parquet", "--duplicates", "none.parquet", "-q"]) == 0
        assert pyarrow.parquet.read_table("none.parquet").num_rows == 0


def test_nothing_to_read_makes_no_table(tmp_path, capfd):
    (tmp_path / "empty.csv").write_text("a,b\n")
    assert main(["dedupe", str(tmp_path / "empty.csv"), "-o", str(tmp_path / "kept.parquet")]) == 2
    assert not (tmp_path / "kept.parquet").exists()


def test_files_of_other_columns_are_refused(tmp_path, capsys):
    for name, columns in (("a", ("id", "text")), ("b", ("id", "text", "title"))):
        pyarrow.parquet.write_table(pyarrow.table({column: ["x"] for column in columns}), tmp_path / f"{name}.parquet")
    line = ["dedupe", *(str(tmp_path / f"{name}.parquet") for name in "ab"), "-o", str(tmp_path / "c.parquet")]
    assert main(line) == 2
    assert "b.parquet: the columns are others" in capsys.readouterr().err


@pytest.mark.parametrize("ending", [*inputs.KINDS, *(".jsonl" + one for one in inputs.COMPRESSIONS)])
def test_the_program_says_who_reads_what_it_does_not(tmp_path, ending):
    lines = "".join(json.dumps(one) + "\n" for one in ARTICLES).encode()
    contents = {
        "html": page(),
        "warc": archive([page()]) if ending.endswith(".gz") else gzip.decompress(archive([page()])),
        "feed": f"<?xml version='1.0'?><rss version='2.0'><channel><item><description>{text(1)}</description></item></channel></rss>",
        None: lzma.compress(lines) if ending.endswith("xz") else bz2.compress(lines),
    }
    (tmp_path / "inner").mkdir()
    file = tmp_path / "inner" / f"articles{ending}"
    if inputs.kind(file) == "parquet":
        packed(tmp_path / "inner", ".parquet" if ending == ".parquet" else ".arrow").rename(file)
    else:
        content = contents[inputs.kind(file)]
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    for path in (file, file.parent):
        done = subprocess.run([_program.program(), "cluster", str(path)], capture_output=True, text=True, check=False)
        assert "python -m newsprint" in done.stderr and done.stdout == "", done.stderr
    assert len(newsprint.cluster(file.parent)) == len(newsprint.cluster(file)) > 0
