#!/usr/bin/env python3
"""Measure newsprint side by side with its peers on one batch and print a table.

usage: bench.py --newsprint BINARY --shared FOLDER [--articles N] [--no-peers] [--only NAME,NAME] [--repeat N] [--hostile]

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

FOLDER = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '.bench'))
# Name, packages, what is run (a script of the shared folder or of SCRIPTS) and whether it writes clusters.
PEERS = [
    ('rensa', ['rensa==0.5.0'], 'peer_rensa.py', True),
    ('rensa matrix', ['rensa==0.5.0', 'numpy', 'orjson'], 'peer_rensa_matrix.py', False),
    ('gaoya', ['gaoya==0.2.2'], 'peer_gaoya.py', True),
    ('daft', ['daft==0.7.26', 'numpy', 'pyarrow'], 'peer_daft.py', False),
    ('polars exact', ['polars==2.1.0'], 'exact_polars', False),
    ('duckdb exact', ['duckdb==2.0.1'], 'exact_duckdb', False),
]
# Exact deduplication by the text, written out.
SCRIPTS = {
    'exact_polars': """
import sys
import polars
polars.scan_ndjson(sys.argv[1]).unique(subset='text', keep='first', maintain_order=True).collect().write_ndjson(sys.argv[2])
""",
    'exact_duckdb': """
import sys
import duckdb
source = f"read_json('{sys.argv[1]}', format = 'newline_delimited')"
duckdb.sql(f"copy (select distinct on (text) * from {source}) to '{sys.argv[2]}' (format json)")
""",
}


def measure(command):
    """Wall seconds, CPU seconds and peak bytes of one run."""
    started = time.time()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.time() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f'{" ".join(command)}\n{errors}')
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
    """The path of a peer's script; those of SCRIPTS are written out."""
    if name not in SCRIPTS:
        return os.path.join(shared, 'bench', name)
    path = os.path.join(FOLDER, name + '.py')
    with open(path, 'w', encoding='utf8') as out:
        out.write(SCRIPTS[name].lstrip())
    return path


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


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--newsprint', required=True)
    arguments.add_argument('--shared', required=True)
    arguments.add_argument('--articles', type=int, default=100_000)
    arguments.add_argument('--repeat', type=int, default=3)
    arguments.add_argument('--no-peers', action='store_true')
    arguments.add_argument('--only', default='', help='names of systems, with commas between them')
    arguments.add_argument('--hostile', action='store_true')
    options = arguments.parse_args()
    os.makedirs(FOLDER, exist_ok=True)
    path = batch(options.shared, options.articles)
    size = os.path.getsize(path)
    out = lambda name: os.path.join(FOLDER, name)

    only = [name for name in options.only.split(',') if name]
    runs = []
    for name, packages, source, clusters in [] if options.no_peers else PEERS:
        if only and name not in only:
            continue
        result = out(name.replace(' ', '-') + '.out')
        runs.append((name, [environment(name, packages), script(options.shared, source), path, result],
                     (lambda result=result: result) if clusters else None))
    kept, dropped = out('kept.jsonl'), out('dropped.jsonl')
    runs += [
        ('newsprint dedupe', [options.newsprint, 'dedupe', path, '-o', kept, '--duplicates', dropped, '--quiet'],
         lambda: groups_of(dropped, path, out('dedupe.clusters'))),
        ('newsprint dedupe identical', [options.newsprint, 'dedupe', path, '--level', 'identical', '-o', out('identical.jsonl'),
                                        '--quiet'], None),
        ('newsprint cluster', [options.newsprint, 'cluster', path, '-o', out('cluster.jsonl'), '--quiet'],
         lambda: out('cluster.jsonl')),
    ]
    runs = [run for run in runs if not only or run[0] in only]

    cpu = next((line.split(':')[1].strip() for line in open('/proc/cpuinfo') if line.startswith('model name')), 'unknown')
    print(f'{options.articles:,} articles, {size / 1e6:.0f} MB, {os.cpu_count()} processors ({cpu}), '
          f'medians of {options.repeat}, load {os.getloadavg()[0]:.1f} at the start\n')
    measured = {name: [] for name, _, _ in runs}
    order = random.Random(7)
    for number in range(options.repeat):
        for name, command, _ in order.sample(runs, len(runs)):
            print(f'{number + 1}: {name} ...', file=sys.stderr)
            measured[name].append(measure(command))
    median = {name: [statistics.median(values) for values in zip(*rounds)] for name, rounds in measured.items()}
    rows = [['system', 'wall', 'CPU', 'MB per CPU s', 'peak memory', 'ARI', 'lead (wall)', 'lead (CPU)']]
    for name, _, clusters in runs:
        seconds, cpu_seconds, memory = median[name]
        peers = [median[peer] for peer, *_ in PEERS
                 if peer in median and (('exact' in peer) == ('identical' in name))] if name.startswith('newsprint') else []
        lead = [f'{min(peer[i] for peer in peers) / median[name][i]:.1f}x the best peer' if peers else '' for i in (0, 1)]
        rows.append([name, f'{seconds:.2f} s', f'{cpu_seconds:.2f} s', f'{size / cpu_seconds / 1e6:.0f}', f'{memory / 1e6:.0f} MB',
                     f'{agreement(options.shared, path, clusters()):.3f}' if clusters else '', *lead])
    table(rows)
    if 'newsprint cluster' in median and 'newsprint dedupe' in median:
        ratio = median['newsprint cluster'][1] / median['newsprint dedupe'][1]
        print(f'\ncluster takes {ratio:.1f} times the CPU seconds of dedupe')

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
