"""Ten minutes of calls (a few seconds in CI): memory stays where it is."""

from __future__ import annotations

import os
import random
import threading
import time

import articles
from running import Service


def test_memory_stays_flat(service: Service, factor: int) -> None:
    seconds = float(os.environ.get("NEWSPRINT_SOAK_SECONDS", "6" if factor == 1 else "600"))
    rng = random.Random(5)
    originals = [articles.text(rng) for _ in range(50)]
    for number, text in enumerate(originals):
        assert service.json("POST", "/v1/articles", {"id": str(number), "text": text})[0] == 201
    end = time.monotonic() + seconds
    failures: list[object] = []
    counts = [0, 0]

    def client(seed: int) -> None:
        own = random.Random(seed)
        while time.monotonic() < end and not failures:
            text = articles.copy(own, own.choice(originals))
            status, answer = service.json("POST", "/v1/query", {"text": text})
            if status not in (200, 429):
                failures.append(answer)
            counts[0] += 1
            if own.random() < 0.05:
                # The same few articles again and again: the index does not grow without end.
                status, answer = service.json("POST", "/v1/articles", {"id": str(own.randrange(50)), "text": own.choice(originals)})
                if status not in (200, 201, 429):
                    failures.append(answer)
                counts[1] += 1

    threads = [threading.Thread(target=client, args=(seed,)) for seed in range(4)]
    for thread in threads:
        thread.start()
    samples = []
    while time.monotonic() < end:
        time.sleep(min(1.0, seconds / 20))
        samples.append(service.memory())
    for thread in threads:
        thread.join()
    assert not failures
    third = max(1, len(samples) // 3)
    early, late = max(samples[third : 2 * third] or samples), max(samples[2 * third :])
    print(f"{counts[0]} questions and {counts[1]} additions in {seconds:.0f} s; memory {early >> 20} MB, then {late >> 20} MB")
    assert late < early * 1.25 + (16 << 20), samples
