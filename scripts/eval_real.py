"""Real scrapes, labelled by reading: alarms on real copies, joins, wires, flags, machine rewrites, and the regression cases."""
import collections
import os
import re
import subprocess

from eval_sets import Failed, read

BATCHES = ('buzz', 't17', 'fakebr', 'es', 'gnad', 'ant')
ELSEWHERE = ('fakebr', 'es', 'gnad', 'ant')


def real(program, *path):
    return os.path.join(program.shared, 'real', *path)


def batch(program, name):
    return real(program, 'batches', f'{name}.docs.jsonl.gz')


def scored(program, script, *arguments):
    """The lines that a scorer prints, the shares among them as numbers by name."""
    done = subprocess.run(['python3', real(program, script), *arguments], capture_output=True, text=True)
    if done.returncode:
        raise Failed(f'{script}: {(done.stderr.splitlines() or ["no message"])[-1]}')
    return done.stdout


def share(text, name):
    found = re.search(rf'\b{name}=([\d.]+)', text)
    return float(found.group(1)) if found else float('nan')


def copies(program):
    """Both presets; the targets are those of the default."""
    for language in ('en', 'xx'):
        pairs = real(program, f'copies.{language}.pairs.jsonl')
        for preset in ('precise', 'sensitive'):
            out = program.temporary(f'copies.{language}.{preset}.jsonl')
            program.run('compare', '--pairs', pairs, '-o', out, '--drift', preset)
            text = scored(program, 'score_copies.py', pairs, '--predicted', out)
            aim = preset == 'precise'
            yield f'{language} {preset}: serious findings that are right', share(text, 'precision'), '>= .85' if aim else '-'
            yield f'{language} {preset}: harmless copies alarmed', share(text, 'alarmed'), '<= .05' if aim else '-'
            yield f'{language} {preset}: changes found', share(text, 'recall_all'), '>= .60' if aim else '-'
            yield f'{language} {preset}: changes found, none planted', share(text, 'recall_newsroom'), '>= .55' if aim else '-'
            if aim:
                for category, right, of in re.findall(r'^  (\w+): (\d+) of (\d+) right', text, re.M):
                    yield f'{language} {preset}: {category} right', f'{right} of {of}', '-'


def joins(program):
    out = program.cluster([program.set('bbc.docs.jsonl')], 'real.bbc.clusters.jsonl')
    text = scored(program, 'score_joins.py', real(program, 'relations.bbc.pairs.jsonl'), '--predicted', out)
    yield 'bbc: follow-ups and others kept apart', share(text, 'kept_apart'), '>= .93'
    yield 'bbc: same text and updates joined', share(text, 'joined'), '>= 1'
    found = [program.cluster([batch(program, name)], f'real.{name}.clusters.jsonl') for name in ELSEWHERE]
    text = scored(program, 'score_joins.py', real(program, 'relations.xx.pairs.jsonl'), '--predicted', *found)
    yield 'pt, es, ar, de: others kept apart', share(text, 'kept_apart'), '>= .90'
    yield 'pt, es, ar, de: same text and updates joined', share(text, 'joined'), '>= 1'


def credits(program):
    documents = real(program, 'wire.docs.jsonl')
    out = program.cluster([documents], 'real.wire.clusters.jsonl')
    text = scored(program, 'score_wire.py', documents, '--predicted', out)
    for name, precision, recall in re.findall(r'^(.+?): precision=([\d.]+) recall=([\d.]+)', text, re.M):
        aimed = name in ('all', 'random sample')
        yield f'{name}: precision', float(precision), '>= .98' if aimed else '-'
        yield f'{name}: recall', float(recall), '>= .90' if aimed else '-'


def flags(program):
    for name in BATCHES:
        program.run('flag', batch(program, name), '-o', program.temporary(f'{name}.flags.jsonl'), '--quiet')
    text = scored(program, 'score_flags.py', real(program, 'flags.jsonl'), '--folder', program.folder)
    kept, right, left, wrong = map(int, re.search(r'right_kept=(\d+)/(\d+) wrong_left=(\d+)/(\d+)', text).groups())
    yield f'right flags still raised, of {right}', kept / max(1, right), '>= .95'
    yield f'wrong flags still raised, of {wrong}', left / max(1, wrong), '<= .10'
    for flag, row in re.findall(r'^  ([\w-]+): (.+)$', text, re.M):
        yield f'{flag} (right, wrong)', ', '.join(re.findall(r'\d+ of \d+', row)), '-'


def machines(program):
    """Articles that people wrote before language models, and human translations: nobody in them is a machine."""
    roles = collections.Counter()
    for name in BATCHES:
        roles.update(line['role'] for line in read(program.cluster(
            [batch(program, name)], f'machines.{name}.jsonl', '--roles', 'full')))
    yield f'machine-rewrite among {sum(roles.values())} articles by people', roles['machine-rewrite'], '<= 5'
    documents = program.set('wmt21.docs.jsonl')
    versions = {str(record['id']): record.get('system', record.get('source', '')) for record in read(documents)}
    found = read(program.cluster([documents], 'machines.wmt21.jsonl', '--roles', 'full'))
    human = [line for line in found if 'human-A' in versions[str(line['id'])] or 'human-A' in str(line['id'])]
    machine = [line for line in found if 'human' not in versions[str(line['id'])] + str(line['id'])]
    yield f'wmt21: human versions (A) accused, of {len(human)}', sum(l['role'] == 'machine-rewrite' for l in human), '<= 5'
    yield 'wmt21: machine versions called so', sum(l['role'] == 'machine-rewrite' for l in machine) / max(1, len(machine)), '-'


def cases(program):
    script = os.path.join(program.shared, 'cases', 'check')
    done = subprocess.run(['python3', script, '--newsprint', program.binary], capture_output=True, text=True)
    found = re.search(r'(\d+) of (\d+) hold', done.stdout)
    if not found:
        raise Failed(f'check: {(done.stderr.splitlines() or ["no message"])[-1]}')
    yield f'regression cases that hold, of {found.group(2)}', int(found.group(1)) / int(found.group(2)), '>= 1'


MEASUREMENTS = {
    'copies': copies, 'joins': joins, 'credits': credits, 'flags': flags, 'machines': machines, 'cases': cases}
