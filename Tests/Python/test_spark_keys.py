"""The keys of articles as numbers, and candidates in one task: what the program says of all rows at once."""

import random
import subprocess

import pytest
from conftest import text

from newsprint import _program

numpy = pytest.importorskip("numpy")
pyarrow = pytest.importorskip("pyarrow")
pytest.importorskip("pyspark")

from newsprint.spark import _apart, _filter, _keys, _together


def written(rng, count):
    """Keys of every kind as the program writes them."""
    kinds = [f"b{band:02}" for band in range(32)] + ["s", "h", "t", "r"]
    return ",".join(f'"{rng.choice(kinds)}:{rng.randrange(200):08x}"' for _ in range(count)).encode()


def keyed(articles):
    return _keys.Keyed(pyarrow.array(_keys.packed(articles), pyarrow.binary()))


@pytest.mark.parametrize("seed", range(5))
def test_keys_come_back_as_they_were_written(seed):
    rng = random.Random(seed)
    articles = [written(rng, rng.randrange(9)) for _ in range(50)] + [b""]
    found = keyed(articles)
    assert found.places.tolist() == [place for place, keys in enumerate(articles) for _ in range(keys.count(b":"))]
    back = _keys.written(found.keys).replace(b" ", b"").rstrip(b",")
    assert back == b",".join(keys for keys in articles if keys)
    assert _keys.packed([]) == []


@pytest.mark.parametrize("seed", range(5))
def test_repeated_keys_are_those_of_the_definition(seed):
    rng = random.Random(seed)
    found = keyed([written(rng, rng.randrange(20)) for _ in range(60)])
    keys, numbers = found.keys.tolist(), found.places.tolist()
    members = rng.sample(range(60), 4)
    of_members = {key for key, n in zip(keys, numbers, strict=True) if n in members}
    expected = [keys.count(key) > 1 for key in keys]
    assert _keys.repeated(found.keys, found.places).tolist() == expected
    wanted = [repeated and key in of_members for repeated, key in zip(expected, keys, strict=True)]
    assert _keys.repeated(found.keys, found.places, numpy.array(members)).tolist() == wanted
    assert _keys.repeated(found.keys[:0], found.places[:0], members).tolist() == []


@pytest.fixture(scope="module")
def rows(records):
    """Rows of keys, and the statistics, of the fixture's articles, of a form half of it, and of a text that comes three times."""
    forms = [f"The council of Dorn counted {n * 7919 % 100000} ballots in district {n}, as officer {n * 31 % 977} said." for n in range(60)]
    texts = [record["text"] for record in records] + forms + [text(1)] * 3
    articles = "".join(f'{{"id":{n},"n":{n * 3},"stage":"article","text":{_json(text)},"v":1}}\n' for n, text in enumerate(texts))
    statistics = _filter.run(["statistics", "--merge", "--finish"], _filter.run(["statistics"], articles.encode()))
    return _filter.run(["keys"], articles.encode(), {"statistics": statistics}), statistics


def _json(text):
    import json

    return json.dumps(text)


class Shared:
    def __init__(self, value):
        self.value = value


def pairs(lines):
    """The pairs among rows, each a line."""
    return sorted(line for line in lines if b'"stage":"pair"' in line)


def plain(rows, statistics, of):
    """What the program pairs, all rows at once; equal texts left out."""
    kept = _filter.run(["candidates", "--of", "identical"], rows)
    found = subprocess.run(
        [_program.program(), "stage", "candidates", "--of", of, "--quiet", "-"], input=kept, capture_output=True, check=True
    )
    return kept, pairs(found.stdout.splitlines())


@pytest.mark.parametrize("of", ["copies", "passages"])
@pytest.mark.parametrize("most", [None, 4])
def test_one_task_pairs_what_the_program_pairs(rows, of, most):
    kept, expected = plain(*rows, of)
    assert expected
    step = _together.Candidates(
        ["candidates", "--of", of], Shared(rows[1]), collapse=["candidates", "--of", "identical"], most=most
    )
    found = pyarrow.Table.from_batches(step(_filter.table(rows[0].splitlines()))).to_pylist()
    made = [row for row in found if row["stage"] == "pair"]
    assert pairs(row["line"].encode() for row in made) == expected
    identical = {row["line"].encode() for row in found if row["stage"] == "identical"}
    assert identical == {line for line in kept.splitlines() if b'"stage":"identical"' in line}
    # Both articles of a pair are in its group.
    groups = {(row["n"], row["of"]) for row in found if row["stage"] == "group"}
    assert all((row[end], row["of"]) in groups for row in made for end in ("a", "b"))


def shuffled(batches, parts):
    """Rows by their part, as Spark's shuffle gives them."""
    table = pyarrow.Table.from_batches(batches)
    for part in range(parts):
        yield table.filter(pyarrow.compute.equal(table.column("part"), part)).to_batches()


@pytest.mark.parametrize("parts", [1, 3, 16])
def test_parts_of_the_keys_pair_what_the_program_pairs(rows, parts):
    kept, expected = plain(*rows, "copies")
    table = pyarrow.Table.from_batches(_filter.table(line for line in kept.splitlines() if b'"stage":"keys"' in line))
    blocks = list(_apart.Keys(parts)(table.to_batches()))
    shared = [out for part in shuffled(blocks, parts) for out in _apart.Shared(parts, None)(part)]
    given = pyarrow.Table.from_batches(shared).select(["part", "keys", "numbers"])
    numbers = table.column("n").to_numpy()
    lines = pyarrow.table({"part": numbers % parts, "n": numbers, "row": table.column("line")})
    both = pyarrow.concat_tables([given, lines], promote_options="default").to_batches()
    whole = [out for part in shuffled(both, parts) for out in _apart.Rows(parts)(part)]
    partial = b""
    for part in shuffled(whole, parts):
        keys = b"".join(line + b"\n" for batch in part for line in batch.column("line").to_pylist())
        partial += _filter.run(["candidates", "--of", "copies", "--partial"], keys, {"statistics": rows[1]})
    assert pairs(_filter.run(["candidates", "--of", "copies", "--merge"], partial).splitlines()) == expected
