"""Invented articles, by a seed."""

from __future__ import annotations

import random

PLACES = "Velmora Lindmark Halden Brunnsted Ostrava Kesteven Marwick Tolvane Perrin Aldwater Corvane Dunmere".split()
NAMES = "Ilse Marrow, Tomas Veld, Anja Korth, Peter Quill, Rosa Lindqvist, Emil Sander, Nadia Brandt, Jonas Reuter".split(", ")
THINGS = "harbour bridge school library stadium tram museum hospital market reservoir observatory bakery theatre".split()
DEEDS = [
    "{n} said the {t} of {p} would be closed for {k} days after a crane fell on the roof.",
    "The council of {p} voted on {d} to spend {k} million crowns on a new {t}.",
    "Police in {p} searched the {t} on {d} and found {k} stolen paintings behind a wall.",
    "{n} won the prize of {p} for a report about the {t}, the jury announced.",
    "Nobody was hurt when {k} windows of the {t} broke in the storm over {p}.",
    "A study from {p} counted {k} swallows under the eaves of the old {t}.",
    "Ferries from {p} were cancelled on {d}, and {k} travellers slept in the {t}.",
    "The owner of the {t}, {n}, denied that it was sold for {k} million crowns.",
]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def sentence(rng: random.Random) -> str:
    return rng.choice(DEEDS).format(
        n=rng.choice(NAMES), t=rng.choice(THINGS), p=rng.choice(PLACES), d=rng.choice(DAYS), k=rng.randint(2, 900))


def text(rng: random.Random, sentences: int = 8) -> str:
    return " ".join(sentence(rng) for _ in range(sentences))


def copy(rng: random.Random, original: str) -> str:
    """A copy with one sentence left out and one day changed."""
    parts = original.split(". ")
    if len(parts) > 3:
        del parts[rng.randrange(len(parts))]
    changed = ". ".join(parts)
    for day in DAYS:
        if day in changed:
            return changed.replace(day, rng.choice([other for other in DAYS if other != day]), 1)
    return changed
