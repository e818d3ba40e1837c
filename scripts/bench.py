#!/usr/bin/env python3
"""Measure newsprint side by side with its peers on one batch and print a table.

usage: bench.py --newsprint BINARY --shared FOLDER [--articles N] [--no-peers] [--repeat N] [--hostile]

Started by scripts/bench, which builds the program first. Wall time and peak memory are of the whole process, start to end. With
--repeat the fastest run counts, for every system alike. --hostile adds a batch of one template and a batch of identical
articles, each at two sizes, and prints the growth.
"""
import argparse
import json
import math
import os
import random
import subprocess
import sys
import time

FOLDER = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '.bench'))
PEERS = ['rensa==0.5.0', 'gaoya==0.2.2']


def measure(command, repeat=1):
    """Seconds and peak bytes of the fastest of several runs."""
    best = None
    for _ in range(repeat):
        started = time.time()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        errors = process.stderr.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.time() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            raise SystemExit(f'{" ".join(command)}\n{errors}')
        if best is None or seconds < best[0]:
            best = (seconds, usage.ru_maxrss * 1024)
    return best


def batch(shared, articles):
    path = os.path.join(FOLDER, f'batch{articles}.jsonl')
    if not os.path.exists(path):
        print(f'Writing {path} ...', file=sys.stderr)
        subprocess.run([sys.executable, os.path.join(shared, 'bench', 'make_batch.py'),
                        os.path.join(shared, 'eval', 'reuters.docs.jsonl'), path + '.part', str(articles), '7'], check=True)
        os.rename(path + '.part', path)
    return path


def environment():
    """The interpreter of a virtual environment with the peers in it."""
    folder = os.path.join(FOLDER, 'venv')
    python = os.path.join(folder, 'bin', 'python')
    if not os.path.exists(os.path.join(folder, 'ready')):
        print('Installing the peers ...', file=sys.stderr)
        subprocess.run([sys.executable, '-m', 'venv', folder], check=True)
        subprocess.run([python, '-m', 'pip', 'install', '--quiet', *PEERS], check=True)
        open(os.path.join(folder, 'ready'), 'w').close()
    return python


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
    arguments.add_argument('--repeat', type=int, default=1)
    arguments.add_argument('--no-peers', action='store_true')
    arguments.add_argument('--hostile', action='store_true')
    options = arguments.parse_args()
    os.makedirs(FOLDER, exist_ok=True)
    path = batch(options.shared, options.articles)
    size = os.path.getsize(path)
    out = lambda name: os.path.join(FOLDER, name)

    runs = []
    if not options.no_peers:
        python = environment()
        for peer in ('rensa', 'gaoya'):
            script = os.path.join(options.shared, 'bench', f'peer_{peer}.py')
            runs.append((peer, [python, script, path, out(peer + '.clusters')], lambda peer=peer: out(peer + '.clusters')))
    kept, dropped = out('kept.jsonl'), out('dropped.jsonl')
    runs.append(('newsprint dedupe', [options.newsprint, 'dedupe', path, '-o', kept, '--duplicates', dropped, '--quiet'],
                 lambda: groups_of(dropped, path, out('dedupe.clusters'))))
    runs.append(('newsprint cluster', [options.newsprint, 'cluster', path, '-o', out('cluster.jsonl'), '--quiet'],
                 lambda: out('cluster.jsonl')))

    cpu = next((line.split(':')[1].strip() for line in open('/proc/cpuinfo') if line.startswith('model name')), 'unknown')
    print(f'{options.articles:,} articles, {size / 1e6:.0f} MB, {os.cpu_count()} processors ({cpu})\n')
    rows, seconds_of = [['system', 'wall', 'MB/s', 'peak memory', 'ARI', 'speed-up']], {}
    for name, command, clusters in runs:
        print(f'{name} ...', file=sys.stderr)
        seconds, memory = measure(command, options.repeat)
        seconds_of[name] = seconds
        peer = min((seconds_of[p] for p in ('rensa', 'gaoya') if p in seconds_of), default=None)
        ratio = f'{peer / seconds:.1f}x the faster peer' if peer and name.startswith('newsprint') else ''
        rows.append([name, f'{seconds:.2f} s', f'{size / seconds / 1e6:.0f}', f'{memory / 1e6:.0f} MB',
                     f'{agreement(options.shared, path, clusters()):.4f}', ratio])
    table(rows)
    print(f"\ncluster takes {seconds_of['newsprint cluster'] / seconds_of['newsprint dedupe']:.1f} times dedupe")

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
                    seconds, memory = measure([options.newsprint, command, batch_path, '-o', result, '--quiet', *extra])
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
