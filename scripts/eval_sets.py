"""Reading, running and statistics that the measurements in eval.py share."""
import collections
import json
import math
import os
import subprocess
import time


def read(path):
    with open(path, encoding='utf8') as lines:
        return [json.loads(line) for line in lines if line.strip()]


def write(path, records):
    with open(path, 'w', encoding='utf8') as out:
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False) + '\n')
    return path


class Failed(Exception):
    """A command that did not do what was measured."""


class Program:
    """The built program, and where its inputs and outputs lie."""

    def __init__(self, binary, shared, folder):
        self.binary, self.shared, self.folder = binary, shared, folder
        self.seconds = 0.0

    def set(self, name):
        return os.path.join(self.shared, 'eval', name)

    def temporary(self, name):
        return os.path.join(self.folder, name)

    def run(self, *arguments):
        started = time.time()
        done = subprocess.run([self.binary, *arguments], capture_output=True, text=True)
        self.seconds = time.time() - started
        if done.returncode not in (0, 1):
            lines = [line for line in done.stderr.splitlines() if line.strip()] or ['no message']
            raise Failed(f'newsprint {arguments[0]}: {lines[0]}')
        return done.stdout

    def cluster(self, inputs, name, *options):
        out = self.temporary(name)
        self.run('cluster', *inputs, '-o', out, '--quiet', *options)
        return out

    def compare(self, pairs, name, *options):
        out = self.temporary(name)
        self.run('compare', '--pairs', pairs, '-o', out, *options)
        return read(out)

    def score(self, script, *arguments):
        """Runs one of the scorers that come with the sets."""
        path = os.path.join(self.shared, 'eval', script)
        done = subprocess.run(['python3', path, *arguments], capture_output=True, text=True)
        if done.returncode:
            raise Failed(f'{script}: {(done.stderr.splitlines() or ["no message"])[-1]}')
        return done.stdout

    def score_clusters(self, truth, predicted, field):
        return json.loads(self.score('score_clusters.py', *truth, '--predicted', predicted, '--field', field))


def serious(record):
    return any(finding['severity'] in ('major', 'critical') for finding in record['drift'])


def ranks(values):
    """Average ranks, as Spearman's coefficient wants them."""
    order = sorted(range(len(values)), key=lambda i: values[i])
    result = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and values[order[end]] == values[order[start]]:
            end += 1
        for i in order[start:end]:
            result[i] = (start + end - 1) / 2
        start = end
    return result


def pearson(a, b):
    n = len(a)
    ma, mb = sum(a) / n, sum(b) / n
    va, vb = sum((x - ma) ** 2 for x in a), sum((y - mb) ** 2 for y in b)
    return sum((x - ma) * (y - mb) for x, y in zip(a, b)) / math.sqrt(va * vb) if va > 0 and vb > 0 else 0.0


def spearman(a, b):
    return pearson(ranks(a), ranks(b))


def groups(pairs):
    """Pairs of key and value as lists of values by key."""
    result = collections.defaultdict(list)
    for key, value in pairs:
        result[key].append(value)
    return result
