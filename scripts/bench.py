#!/usr/bin/env python3
"""Measure newsprint side by side with its peers on one batch and print a table.

usage: bench.py --newsprint BINARY --shared FOLDER [--articles N] [--sample N] [--no-peers] [--only NAME,NAME] [--repeat N] [--hostile]

Started by scripts/bench, which builds the program first. Wall time, CPU seconds and peak memory are of the whole process, start to
end, children included: medians of --repeat runs (3), all systems in another order in each round. Each peer has a virtual
environment of its own. --hostile adds a batch of one template and a batch of identical articles, each at two sizes, and prints the
growth.
"""
import argparse
import json
import math
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

SCRIPTS = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.normpath(os.path.join(SCRIPTS, '..', '.bench'))


class Peer(NamedTuple):
    """Another system: what it needs, the script that runs it (of the shared folder, or of peers/), and what it is given."""
    name: str
    packages: list[str]
    script: str
    # Whether it writes clusters, which can be scored.
    clusters: bool = False
    # What is measured in it: near copies, identical texts, or near copies on a sample, where all would take too long.
    kind: str = 'near'
    parquet: bool = False


PEERS = [
    Peer('rensa', ['rensa==0.5.0'], 'peer_rensa.py', clusters=True),
    Peer('rensa matrix', ['rensa==0.5.0', 'numpy', 'orjson'], 'peer_rensa_matrix.py'),
    Peer('gaoya', ['gaoya==0.2.2'], 'peer_gaoya.py', clusters=True),
    Peer('daft', ['daft==0.7.26', 'numpy', 'pyarrow'], 'peer_daft.py'),
    Peer('polars exact', ['polars==2.1.0'], 'exact_polars.py', kind='identical'),
    Peer('duckdb exact', ['duckdb==2.0.1'], 'exact_duckdb.py', kind='identical'),
    Peer('datasketch', ['datasketch==2.0.0'], 'datasketch_lsh.py', clusters=True, kind='sample'),
    Peer('text-dedup', ['text-dedup==0.4.0'], 'text_dedup_minhash.py', kind='sample', parquet=True),
    Peer('datatrove', ['datatrove[io,processing]==0.10.1', 'spacy'], 'datatrove_minhash.py', kind='sample', parquet=True),
]


#: What newsprint's own Python package is run with.
PYTHON = ('newsprint-python', ['pyarrow==21.0.0', 'orjson'])


def measure(command):
    """Wall seconds, CPU seconds and peak bytes of one run, children included."""
    # Nothing is to be looked for in the network.
    surroundings = {**os.environ, 'HF_HUB_OFFLINE': '1'}
    started = time.time()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=surroundings)
    errors = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.time() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f'{" ".join(command)}\n{errors}')
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def batch(shared, articles):
    path = os.path.join(FOLDER, f'batch{articles}.jsonl')
    if not os.path.exists(path):
        print(f'Writing {path} ...', file=sys.stderr)
        subprocess.run([sys.executable, os.path.join(shared, 'bench', 'make_batch.py'),
                        os.path.join(shared, 'eval', 'reuters.docs.jsonl'), path + '.part', str(articles), '7'], check=True)
        os.rename(path + '.part', path)
    return path


def environment(name, packages):
    """The interpreter of a virtual environment with these packages in it."""
    folder = os.path.join(FOLDER, 'venv-' + name.replace(' ', '-'))
    python = os.path.join(folder, 'bin', 'python')
    if not os.path.exists(os.path.join(folder, 'ready')):
        print(f'Installing {" ".join(packages)} ...', file=sys.stderr)
        subprocess.run([sys.executable, '-m', 'venv', folder], check=True)
        subprocess.run([python, '-m', 'pip', 'install', '--quiet', *packages], check=True)
        open(os.path.join(folder, 'ready'), 'w').close()
    return python


def script(shared, name):
    """The path of a peer's script."""
    own = os.path.join(SCRIPTS, 'peers', name)
    return own if os.path.exists(own) else os.path.join(shared, 'bench', name)


def parquet(path):
    """The batch as Parquet."""
    target = path.removesuffix('.jsonl') + '.parquet'
    if not os.path.exists(target):
        made = 'import pyarrow.json, pyarrow.parquet, sys; ' \
            'pyarrow.parquet.write_table(pyarrow.json.read_json(sys.argv[1]), sys.argv[2], compression="snappy")'
        subprocess.run([environment(*PYTHON), '-c', made, path, target], check=True)
    return target


def agreement(shared, truth, predicted):
    done = subprocess.run([sys.executable, os.path.join(shared, 'eval', 'score_clusters.py'), truth, '--predicted', predicted],
                          capture_output=True, text=True, check=True)
    return json.loads(done.stdout)['ari']


def groups_of(kept_and_dropped, truth, out):
    """The groups of `dedupe` as clusters, for the scorer: every dropped article is with the one it duplicates."""
    dropped = {}
    with open(kept_and_dropped, encoding='utf8') as lines:
        for line in lines:
            record = json.loads(line)
            dropped[record['id']] = record['duplicate_of']
    with open(truth, encoding='utf8') as lines, open(out, 'w', encoding='utf8') as target:
        for line in lines:
            name = json.loads(line)['id']
            target.write(json.dumps({'id': name, 'cluster': dropped.get(name, name)}) + '\n')
    return out


def hostile(folder, kind, articles):
    """A batch in which one form, or one text, fills everything."""
    path = os.path.join(folder, f'{kind}{articles}.jsonl')
    rng = random.Random(3)
    with open(path, 'w', encoding='utf8') as out:
        for i in range(articles):
            if kind == 'template':
                town = ''.join(rng.choice('bcdfglmnprst') + rng.choice('aeiou') for _ in range(4)).capitalize()
                text = (f'The council of {town} reported on Tuesday that {rng.randrange(10 ** 6)} ballots were cast in district '
                        f'{rng.randrange(10 ** 4)}, a turnout of {rng.randrange(1000) / 10} percent. The count was led by '
                        f'{town} returning officer {rng.randrange(10 ** 5)} and closed at {rng.randrange(24)}:{rng.randrange(60):02}. '
                        'Results are provisional until the electoral office has confirmed them in writing.')
            else:
                text = ('The harbour of the old town was closed on Monday after a freighter lost part of its load in the narrow '
                        'entrance. Divers began to lift the containers in the afternoon, the harbour office said.')
            out.write(json.dumps({'id': i, 'text': text}) + '\n')
    return path


def table(rows):
    widths = [max(len(str(row[i])) for row in rows) for i in range(len(rows[0]))]
    for number, row in enumerate(rows):
        print('| ' + ' | '.join(str(cell).ljust(width) for cell, width in zip(row, widths)) + ' |')
        if number == 0:
            print('|' + '|'.join('-' * (width + 2) for width in widths) + '|')


class Run(NamedTuple):
    """What is measured once a round."""
    name: str
    kind: str
    command: list[str]
    # The truth and the clusters that were written; None where there are none to score.
    clusters: Callable[[], tuple[str, str]] | None = None


def systems(options, path, sample, out):
    """Everything that can be measured."""
    newsprint = options.newsprint
    runs = []
    for peer in [] if options.no_peers else PEERS:
        source = sample if peer.kind == 'sample' else path
        result = out(peer.name.replace(' ', '-') + '.out')
        command = [environment(peer.name, peer.packages), script(options.shared, peer.script),
                   parquet(source) if peer.parquet else source, result]
        runs.append(Run(peer.name, peer.kind, command, (lambda source=source, result=result: (source, result)) if peer.clusters else None))
    kept, dropped = out('kept.jsonl'), out('dropped.jsonl')
    package = os.path.join(SCRIPTS, '..', 'Sources', 'Python')
    python = ['env', f'NEWSPRINT={newsprint}', f'PYTHONPATH={package}', environment(*PYTHON), '-m', 'newsprint']
    return runs + [
        Run('newsprint dedupe', 'near', [newsprint, 'dedupe', path, '-o', kept, '--duplicates', dropped, '--quiet'],
            lambda: (path, groups_of(dropped, path, out('dedupe.clusters')))),
        Run('newsprint python', 'near', [*python, 'dedupe', parquet(path), '-o', out('kept.parquet'),
                                         '--duplicates', out('dropped.parquet'), '--quiet']),
        Run('newsprint cluster', 'near', [newsprint, 'cluster', path, '-o', out('cluster.jsonl'), '--quiet'],
            lambda: (path, out('cluster.jsonl'))),
        Run('newsprint dedupe identical', 'identical',
            [newsprint, 'dedupe', path, '--level', 'identical', '-o', out('identical.jsonl'), '--quiet']),
        Run('newsprint dedupe sample', 'sample', [newsprint, 'dedupe', sample, '-o', out('sample.jsonl'), '--quiet']),
        # Up to 20,000 articles these also say what each copy changed, as no peer does.
        Run('newsprint dedupe sample, changes', 'sample', [newsprint, 'dedupe', sample, '-o', out('sample.jsonl'), '--duplicates',
                                                           out('sample-dropped.jsonl'), '--quiet']),
        Run('newsprint python sample, changes', 'sample', [*python, 'dedupe', parquet(sample), '-o', out('sample-kept.parquet'),
                                                           '--duplicates', out('sample-dropped.parquet'), '--quiet']),
    ]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--newsprint', required=True)
    arguments.add_argument('--shared', required=True)
    arguments.add_argument('--articles', type=int, default=100_000)
    arguments.add_argument('--sample', type=int, default=10_000, help='articles for the systems that take minutes')
    arguments.add_argument('--repeat', type=int, default=3)
    arguments.add_argument('--no-peers', action='store_true')
    arguments.add_argument('--only', default='', help='names of systems, with commas between them')
    arguments.add_argument('--hostile', action='store_true')
    options = arguments.parse_args()
    os.makedirs(FOLDER, exist_ok=True)
    path = batch(options.shared, options.articles)
    size = os.path.getsize(path)
    out = lambda name: os.path.join(FOLDER, name)

    sample = batch(options.shared, options.sample)
    sizes = {'near': size, 'identical': size, 'sample': os.path.getsize(sample)}

    only = [name for name in options.only.split(',') if name]
    runs = systems(options, path, sample, out)
    runs = [run for run in runs if not only or run.name in only]

    cpu = next((line.split(':')[1].strip() for line in open('/proc/cpuinfo') if line.startswith('model name')), 'unknown')
    print(f'{options.articles:,} articles, {size / 1e6:.0f} MB (sample: {options.sample:,}), {os.cpu_count()} processors ({cpu}), '
          f'medians of {options.repeat}, load {os.getloadavg()[0]:.1f} at the start\n')
    measured = {run.name: [] for run in runs}
    order = random.Random(7)
    for number in range(options.repeat):
        for run in order.sample(runs, len(runs)):
            print(f'{number + 1}: {run.name} ...', file=sys.stderr)
            try:
                measured[run.name].append(measure(run.command))
                print('   {:.2f} s, CPU {:.2f} s, {:.0f} bytes'.format(*measured[run.name][-1]), file=sys.stderr)
            except RuntimeError as error:
                # One peer that does not run here is not to take the others' figures with it.
                print(f'{run.name} failed and is left out: {error}', file=sys.stderr)
                runs.remove(run)
    median = {name: [statistics.median(values) for values in zip(*rounds)] for name, rounds in measured.items() if rounds}
    peers = {kind: [run.name for run in runs if run.kind == kind and not run.name.startswith('newsprint')] for kind in sizes}
    rows = [['system', 'wall', 'CPU', 'MB per CPU s', 'peak memory', 'ARI', 'lead (wall)', 'lead (CPU)']]
    for run in sorted(runs, key=lambda run: list(sizes).index(run.kind)):
        seconds, cpu_seconds, memory = median[run.name]
        rivals = [median[name] for name in peers[run.kind]] if run.name.startswith('newsprint') else []
        lead = [f'{min(rival[i] for rival in rivals) / median[run.name][i]:.1f}x the best' if rivals else '' for i in (0, 1)]
        score = f'{agreement(options.shared, *run.clusters()):.3f}' if run.clusters else ''
        rows.append([run.name, f'{seconds:.2f} s', f'{cpu_seconds:.2f} s', f'{sizes[run.kind] / cpu_seconds / 1e6:.1f}',
                     f'{memory / 1e6:.0f} MB', score, *lead])
    table(rows)
    print(f'\nload {os.getloadavg()[0]:.1f} at the end; peak memory is that of the largest process')
    if 'newsprint cluster' in median and 'newsprint dedupe' in median:
        ratio = median['newsprint cluster'][1] / median['newsprint dedupe'][1]
        print(f'cluster takes {ratio:.1f} times the CPU seconds of dedupe')
    if 'newsprint python' in median and 'newsprint dedupe' in median:
        more = [median['newsprint python'][i] / median['newsprint dedupe'][i] - 1 for i in (0, 1)]
        print(f'Parquet to Parquet in Python takes {more[0]:.0%} more wall time and {more[1]:.0%} more CPU seconds than dedupe')

    if options.hostile:
        print()
        rows = [['batch', 'command', 'articles', 'wall', 'peak memory', 'largest cluster', 'growth exponent']]
        for kind, large in (('template', 100_000), ('identical', 200_000)):
            for command in ('dedupe', 'cluster'):
                before = None
                for articles in (large // 4, large):
                    batch_path = hostile(FOLDER, kind, articles)
                    result = out('hostile.jsonl')
                    extra = ['--duplicates', out('hostile.dropped')] if command == 'dedupe' else []
                    seconds, _, memory = measure([options.newsprint, command, batch_path, '-o', result, '--quiet', *extra])
                    sizes = {}
                    for line in open(out('hostile.dropped') if command == 'dedupe' else result, encoding='utf8'):
                        record = json.loads(line)
                        label = record['duplicate_of' if command == 'dedupe' else 'cluster']
                        sizes[label] = sizes.get(label, command == 'dedupe') + 1
                    growth = f'{math.log(seconds / before) / math.log(4):.2f}' if before else ''
                    before = seconds
                    rows.append([kind, command, f'{articles:,}', f'{seconds:.2f} s', f'{memory / 1e6:.0f} MB',
                                 f'{max(sizes.values(), default=1):,}', growth])
        table(rows)


if __name__ == '__main__':
    main()
