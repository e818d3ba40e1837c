#!/usr/bin/env python3
"""Computes fingerprints of invented texts from their description alone, without any of Newsprint's code.

The result is compared by Tests/FingerprintsTests/KnownAnswerTests.swift. The definitions are those of the documentation
comments in WordScanner, Shingler, MinHasher, SimHash and Fingerprint.

Needs the xxhash package from PyPI (the reference implementation of XXH3):

    python3 -m venv .venv && .venv/bin/pip install xxhash
    .venv/bin/python scripts/known_answers.py > Tests/FingerprintsTests/Data/known_answers.json
"""

import json
import math
import re
import struct
import sys

import xxhash

U64 = (1 << 64) - 1
U32 = (1 << 32) - 1
GOLDEN = 0x9E3779B97F4A7C15

TEXTS = {
    "empty": "",
    "no word": "*** --- ...",
    "one word": "Storm",
    "four words": "Storm closes Harrow Ferry",
    "five words": "Storm closes Harrow Ferry crossing",
    "sentence": "The ferry to Harrow will not sail on Friday, the harbour office said, because a storm is expected from the west.",
    "edited": "The ferry to Harrow will not sail on Saturday, the harbour office said, because a gale is expected from the west.",
    "possessives": "The mayor's plan wasn't the council's, and O'Dell's brother didn't vote for the players' fund.",
    "figures": "Prices rose 3.5 percent to 1,234.50 crowns in 2024, after 12,000 orders at 10.30am; the fund (no. 7) lost 0.25.",
    "initials": "The U.S. envoy J. Marsh met the U.K. and E.U. teams, e.g. in Port Lowen. Nobody left at 5.",
    "repeated": "bell rings " * 40,
    "long word": "x" * 300 + " and " + "y" * 70 + " stand apart from z.",
    "paragraphs": "\n\n".join(
        f"In week {week}, the team of district {week * 7 % 11} counted {week * 113} gulls near pier {week % 5}, "
        f"{'more' if week % 2 else 'fewer'} than the week before. \"We count every bird,\" said warden {name}."
        for week, name in enumerate(["Ilse", "Bram", "Oona", "Petr", "Runa", "Goran", "Maud", "Tiber", "Wen", "Zita"], 1)
    ),
}

CONFIGURATIONS = [
    {"shingleWords": 5, "permutations": 128, "bands": 32, "rows": 4, "sampling": 16, "seed": 0x6E6577737072696E},
    {"shingleWords": 3, "permutations": 80, "bands": 20, "rows": 4, "sampling": 1, "seed": 7},
]

# A word of ASCII text. Inner apostrophes join letters, an inner full stop or comma joins digits, a full stop joins single
# letters, a possessive 's is cut (and passed over).
WORD = re.compile(
    r"""
    [A-Za-z](?:\.[A-Za-z](?![A-Za-z0-9]))+                  # initials
    | [A-Za-z0-9](?:
        [A-Za-z0-9]
      | (?<=[0-9])[.,](?=[0-9])
      | (?<=[A-Za-z])'(?=[A-Za-z])(?!s(?![A-Za-z0-9]))
      )*
    """,
    re.VERBOSE | re.IGNORECASE,
)
POSSESSIVE = re.compile(r"'s(?![A-Za-z0-9])", re.IGNORECASE)


def words(text):
    """The folded words: in lower case, initials without their full stops."""
    result, position = [], 0
    while match := WORD.search(text, position):
        word = match.group().lower()
        result.append(word.replace(".", "") if re.match(r"[a-z]\.", word) else word)
        position = match.end()
        if possessive := POSSESSIVE.match(text, position):
            position = possessive.end()
    return result


def mixed(value):
    """The finaliser of SplitMix64."""
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & U64
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & U64
    return value ^ (value >> 31)


def shingles(hashes, width):
    runs = [hashes] if 0 < len(hashes) < width else [hashes[i : i + width] for i in range(len(hashes) - width + 1)]
    result = []
    for run in runs:
        # The first word has the highest power: h1 * b^(n-1) + ... + hn.
        value = sum(word * pow(GOLDEN, len(run) - 1 - place, 1 << 64) for place, word in enumerate(run)) & U64
        result.append(mixed(value))
    return result


def permutations(count, seed):
    draws = [mixed((seed + number * GOLDEN) & U64) for number in range(1, count + 1)]
    return [(draw >> 32, draw & U32 | 1) for draw in draws]


def signature(shingle_hashes, configuration):
    if not shingle_hashes:
        return []
    halves = [shingle >> 32 for shingle in shingle_hashes]
    return [
        min(((half ^ xor) * multiplier) & U32 for half in halves)
        for xor, multiplier in permutations(configuration["permutations"], configuration["seed"])
    ]


def band_keys(values, configuration):
    if not values:
        return []
    rows = configuration["rows"]
    return [
        xxhash.xxh3_64_intdigest(struct.pack(f"<{rows}I", *values[band * rows : band * rows + rows]), seed=band)
        for band in range(configuration["bands"])
    ]


def sim_hash(hashes):
    """All words weigh the same; a word votes with the square root of how often it occurs."""
    if not hashes:
        return None
    result = 0
    for bit in range(64):
        votes = sum((1 if word >> bit & 1 else -1) * math.sqrt(hashes.count(word)) for word in set(hashes))
        if abs(votes) < 1e-3 and votes:
            sys.exit(f"bit {bit} is too close to call in single precision: choose another text")
        result |= (1 << bit) if votes > 0 else 0
    return result


def hexadecimal(values):
    return [f"{value:016x}" for value in values]


def answers():
    for name, text in TEXTS.items():
        folded = words(text)
        hashes = [xxhash.xxh3_64_intdigest(word.encode()) for word in folded]
        for configuration in CONFIGURATIONS:
            shingle_hashes = shingles(hashes, configuration["shingleWords"])
            values = signature(shingle_hashes, configuration)
            sim = sim_hash(hashes)
            yield {
                "name": name,
                "text": text,
                "configuration": configuration,
                "words": folded,
                "wordHashes": hexadecimal(hashes),
                "shingles": hexadecimal(shingle_hashes),
                "sample": hexadecimal(sorted({s for s in shingle_hashes if s % configuration["sampling"] == 0})),
                "signature": values,
                "bandKeys": hexadecimal(band_keys(values, configuration)),
                "simHash": None if sim is None else f"{sim:016x}",
            }


if __name__ == "__main__":
    print("[" + ",\n".join(json.dumps(answer) for answer in answers()) + "]")
