"""Stories and events: agreement with known clusters, what must not be merged, and that nothing but the content counts."""
import collections
import filecmp
import json
import os
import random

from eval_sets import groups, read, write

DOCUMENTS = ['wmt21', 'sheepdog', 'raidar', 'bbc', 'reuters', 'fnc1', 'ecbplus']


def with_background(name, story, event):
    def measure(program):
        inputs = [program.set(f'{name}.docs.jsonl'), program.set('bbc.docs.jsonl')]
        out = program.cluster(inputs, f'{name}.clusters.jsonl')
        for field, target in (('cluster', story), ('event', event)):
            scores = program.score_clusters(inputs, out, field)
            yield f'{field} ARI', scores['ari'], f'>= {target}'
            yield (f'{field} pair precision / recall',
                   f"{scores['pair_precision']:.3f}/{scores['pair_recall']:.3f}", '-')
            yield f'{field} articles mixed with background', scores['mixed_with_background'], '-'
    return measure


def mix(program):
    """All sets at once. Ids are made unique, truth stays by set."""
    records, truth = [], collections.defaultdict(list)
    for name in DOCUMENTS:
        for record in read(program.set(f'{name}.docs.jsonl')):
            record['id'] = f'{name}:{record["id"]}'
            if 'cluster' in record:
                record['cluster'] = f'{name}:{record["cluster"]}'
                truth[name].append({'id': record['id'], 'cluster': record['cluster']})
            records.append(record)
    path = write(program.temporary('mix.jsonl'), records)
    out = program.cluster([path], 'mix.clusters.jsonl')
    yield 'articles', len(records), '-'
    yield 'seconds', round(program.seconds, 1), '-'
    for name in ('wmt21', 'sheepdog', 'raidar'):
        labels = write(program.temporary(f'mix.{name}.truth.jsonl'), truth[name])
        for field in ('cluster', 'event'):
            yield f'{name} {field} ARI', program.score_clusters([labels], out, field)['ari'], '-'
    lines = read(out)
    for field in ('cluster', 'event'):
        yield f'largest {field}', max(collections.Counter(line[field] for line in lines).values()), '-'
        sets = groups((line[field], str(line['id']).split(':')[0]) for line in lines)
        yield f'{field}s with articles of several sets', sum(len(set(names)) > 1 for names in sets.values()), '-'


def look_alikes(program):
    """ecbplus: different events of one kind must stay apart at event level."""
    path = program.set('ecbplus.docs.jsonl')
    out = program.cluster([path], 'ecbplus.clusters.jsonl')
    scores = program.score_clusters([path], out, 'event')
    yield 'event pair precision (look-alike events)', scores['pair_precision'], '-'
    yield 'event pair recall', scores['pair_recall'], '-'
    scores = program.score_clusters([path], out, 'cluster')
    yield 'cluster pair recall (independent reports, low is right)', scores['pair_recall'], '-'


def seeds(program):
    """Five articles: 000 and 002 are one story, the other three each their own."""
    path = os.path.join(program.shared, 'seeds', 'batch.jsonl')
    found = {str(line['id']): line for line in read(program.cluster([path], 'seeds.clusters.jsonl'))}
    key = {name[:3]: line for name, line in found.items()}
    same = key['000']['cluster'] == key['002']['cluster']
    others = len({key[name]['cluster'] for name in ('000', '001', '003', '004')}) == 4
    yield '000 and 002 are one story', same, 'always'
    yield 'the other three are each their own', others, 'always'
    yield 'role of 000 is machine-rewrite', key['000']['role'] == 'machine-rewrite', 'always'
    for name, wires in (('000', ['Reuters']), ('001', ['AFP', 'AP', 'Reuters', 'Press TV']), ('002', []), ('003', ['AFP'])):
        yield f'wire of {name}: {", ".join(wires) or "none"}', sorted(key[name]['wire']) == sorted(wires), 'always'


def determinism(program):
    """The same bytes for any number of threads, the same clusters for any order and any split."""
    rng = random.Random(5)
    with open(program.set('wmt21.docs.jsonl'), 'rb') as file:
        lines = [line for line in file.read().splitlines() if line.strip()]
    with open(program.set('reuters.docs.jsonl'), 'rb') as file:
        lines += [line for line in file.read().splitlines() if line.strip()][:6000]
    records = list({json.loads(line)['id']: line for line in lines}.values())

    def batch(name, lines):
        path = program.temporary(name)
        with open(path, 'wb') as out:
            out.write(b''.join(line + b'\n' for line in lines))
        return path

    whole = batch('det.jsonl', records)
    first = program.cluster([whole], 'det.1.jsonl', '--threads', '1')
    for threads in ('2', '4'):
        other = program.cluster([whole], f'det.{threads}.jsonl', '--threads', threads)
        yield f'cluster: same bytes with {threads} threads', filecmp.cmp(first, other, shallow=False), 'always'
    expected = sorted(open(first, 'rb').read().splitlines())
    shuffled = records[:]
    rng.shuffle(shuffled)
    other = program.cluster([batch('det.shuffled.jsonl', shuffled)], 'det.s.jsonl')
    yield 'cluster: same lines in shuffled order', sorted(open(other, 'rb').read().splitlines()) == expected, 'always'
    size = len(records) // 7 + 1
    parts = [batch(f'det.part{i}.jsonl', records[i * size:(i + 1) * size]) for i in range(7)]
    other = program.cluster(parts, 'det.p.jsonl')
    yield 'cluster: same bytes cut in 7 files', filecmp.cmp(first, other, shallow=False), 'always'

    def dedupe(inputs, name, *options):
        kept, dropped = program.temporary(name + '.kept'), program.temporary(name + '.dropped')
        program.run('dedupe', *inputs, '-o', kept, '--duplicates', dropped, '--quiet', *options)
        return [open(path, 'rb').read() for path in (kept, dropped)]

    one = dedupe([whole], 'one', '--threads', '1')
    for threads in ('2', '4'):
        yield f'dedupe: same bytes with {threads} threads', dedupe([whole], threads, '--threads', threads) == one, 'always'
    yield 'dedupe: same bytes cut in 7 files', dedupe(parts, 'parts') == one, 'always'
    mixed = dedupe([program.temporary('det.shuffled.jsonl')], 'mixed')
    same = [sorted(a.splitlines()) == sorted(b.splitlines()) for a, b in zip(mixed, one)]
    yield 'dedupe: same lines in shuffled order', all(same), 'always'


def evaluation(program):
    """`newsprint evaluate` against the scorer of the sets, on four digits."""
    for name in ('wmt21', 'sheepdog'):
        truth = [program.set(f'{name}.docs.jsonl'), program.set('bbc.docs.jsonl')]
        predicted = program.temporary(f'{name}.clusters.jsonl')
        if not os.path.exists(predicted):
            program.cluster(truth, f'{name}.clusters.jsonl')
        for field in ('cluster', 'event'):
            expected = program.score_clusters(truth, predicted, field)
            own = json.loads(program.run('evaluate', *truth, '--predicted', predicted, '--field', field, '--format', 'json'))
            same = own.keys() == expected.keys() and all(abs(own[key] - expected[key]) < 5e-5 for key in expected)
            yield f'evaluate agrees with the scorer ({name}, {field})', same, 'always'


MEASUREMENTS = {
    'wmt21': with_background('wmt21', .99, .995),
    'sheepdog': with_background('sheepdog', .85, .96),
    'raidar': with_background('raidar', .90, .965),
    'ecbplus': look_alikes,
    'mix': mix,
    'seeds': seeds,
    'determinism': determinism,
    'evaluation': evaluation,
}
