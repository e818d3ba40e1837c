"""Quality flags against human judgement, and wire credits on lines that were written before the patterns."""
import os

from eval_sets import groups, read, spearman, write

LINES = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'Tests', 'CreditsTests', 'Data')


def quality(program):
    """Machine translations of one article, ranked by flag score and by people."""
    path = program.set('wmt21.docs.jsonl')
    out = program.temporary('flags.jsonl')
    program.run('flag', path, '-o', out, '--quiet')
    score = {str(line['id']): line['score'] for line in read(out)}
    human = {(q['cluster'], q['system']): q['da_z'] for q in read(program.set('wmt21.quality.jsonl'))}
    rows = []
    for article in read(path):
        judged = human.get((article['cluster'], article.get('source', '').removeprefix('mt-')))
        if judged is not None and str(article['id']) in score:
            rows.append((article['cluster'], (-score[str(article['id'])], judged)))
    values = [spearman(*zip(*versions)) for versions in groups(rows).values() if len(versions) >= 3]
    yield f'mean Spearman in {len(values)} articles', sum(values) / max(1, len(values)), '>= .35'
    yield 'versions with a human judgement', len(rows), '-'


def agency_ids():
    """The id of every name that an agency goes by, from the program's own list."""
    names = {}
    with open(os.path.join(LINES, '..', '..', '..', 'Sources', 'CResources', 'data', 'agencies.tsv'), encoding='utf8') as rows:
        for row in rows:
            fields = row.rstrip('\n').split('\t')
            if not row.startswith('#') and len(fields) >= 5:
                for name in [fields[0], fields[1], *fields[3].split(','), *fields[4].split(',')]:
                    names.setdefault(name, fields[0])
    return names


def wires(program):
    """Every line is an article of its own; an agency found where none is expected costs precision."""
    articles, expected, ids = [], {}, agency_ids()
    for name in ('credit_lines.tsv', 'mention_lines.tsv'):
        with open(os.path.join(LINES, name), encoding='utf8') as lines:
            for number, line in enumerate(lines, 1):
                if line.startswith('#') or '\t' not in line:
                    continue
                agencies, text = line.rstrip('\n').split('\t', 1)
                key = f'{name}:{number}'
                articles.append({'id': key, 'text': text.replace('\\n', '\n')})
                expected[key] = set() if agencies == '-' else set(agencies.split(','))
    path = write(program.temporary('wires.jsonl'), articles)
    right = wrong = missing = 0
    for line in read(program.cluster([path], 'wires.clusters.jsonl')):
        found = {ids.get(name, name) for name in line['wire']}
        right += len(found & expected[line['id']])
        wrong += len(found - expected[line['id']])
        missing += len(expected[line['id']] - found)
    yield f'precision on {len(articles)} lines', right / max(1, right + wrong), '>= .98'
    yield 'recall', right / max(1, right + missing), '>= .95'


MEASUREMENTS = {'quality': quality, 'wires': wires}
