"""Drift: errors that must be found, paraphrases that must not alarm, errors planted between two free translations."""
import os

import perturb
from eval_sets import groups, read, serious, write

# What each DEMETR category must be reported as, as in the scorer of the sets.
EXPECTED = {
    'antonym': {'polarity', 'degree'}, 'negation': {'negation'}, 'number': {'number', 'time'}, 'entity': {'name'},
    'gender': {'pronoun'}, 'addition': {'addition'},
    'omission': {'omission', 'negation', 'name', 'number', 'attribution'}, 'hypernym': {'term'},
    'tense': {'tense', 'modality', 'time'}, 'codemix': {'language'}, 'shuffle': {'fluency'}, 'lowquality': {'fluency'}}
TYPED = {'number': .99, 'negation': .97, 'gender': .99, 'entity': .97, 'addition': .94, 'omission': .94}
ALARM = {'addition': .06, 'omission': .06, 'reference': .03, 'surface': .005}


def rate(values):
    values = list(values)
    return sum(values) / max(1, len(values))


def typed(line, category):
    return any(finding['category'] in EXPECTED.get(category, ()) for finding in line['drift'])


def demetr(program):
    path = program.set('demetr.pairs.jsonl')
    pairs = read(path)
    for preset in ('precise', 'sensitive'):
        found = program.compare(path, f'demetr.{preset}.jsonl', '--drift', preset)
        if preset == 'precise':
            yield 'sentence pairs a second', round(len(pairs) / program.seconds), '-'
        by_category = groups((pair['category'], line) for pair, line in zip(pairs, found))
        for category, lines in sorted(by_category.items()):
            recall, alarm = rate(typed(l, category) for l in lines), rate(map(serious, lines))
            if category == 'antonym':
                if preset == 'sensitive':
                    yield 'antonym typed (sensitive)', recall, '>= .85'
                    yield 'antonym alarm (sensitive)', alarm, '>= .95'
                else:
                    yield 'antonym typed / alarm', f'{recall:.3f}/{alarm:.3f}', '-'
            elif preset == 'precise':
                if category in EXPECTED:
                    yield f'{category} typed', recall, f'>= {TYPED[category]}' if category in TYPED else '-'
                yield f'{category} alarm', alarm, f'<= {ALARM[category]}' if category in ALARM else '-'


def translations(program):
    path = program.set('wmt21.sentences.jsonl')
    for preset, target in (('precise', .035), ('sensitive', .05)):
        found = program.compare(path, f'translations.{preset}.jsonl', '--drift', preset)
        yield f'false alarm on two human translations ({preset})', rate(map(serious, found)), f'<= {target}'


def summedits(program):
    path = program.set('summedits.pairs.jsonl')
    pairs = read(path)
    results = []
    for preset in ('precise', 'sensitive'):
        found = program.compare(path, f'summedits.{preset}.jsonl', '--drift', preset)
        recall = rate(serious(l) for p, l in zip(pairs, found) if p['label'] == 1)
        alarm = rate(serious(l) for p, l in zip(pairs, found) if p['label'] == 0)
        results.append(((recall + 1 - alarm) / 2, preset))
        yield f'recall / false alarm ({preset})', f'{recall:.3f}/{alarm:.3f}', '-'
    best, preset = max(results)
    yield f'balanced accuracy, better preset ({preset})', best, '>= .82'


def corrections(program):
    found = program.compare(program.set('reuters.corrections.jsonl'), 'corrections.jsonl')
    unmarked = [{'drift': [f for f in line['drift'] if not f['rule'].endswith('/correction')]} for line in found]
    yield f'caught with the marker rule, of {len(found)}', sum(map(serious, found)), '>= 17'
    yield f'caught without the marker rule, of {len(found)}', sum(map(serious, unmarked)), '>= 15'


PLANTED = {
    'number': ({'number', 'time'}, .90), 'date': ({'time', 'number'}, .96), 'pronoun': ({'pronoun'}, .90),
    'negation-in': ({'negation'}, .75), 'negation-out': ({'negation'}, .60), 'name': ({'name'}, .70),
    'antonym': ({'polarity', 'degree'}, .60), 'modality': ({'modality'}, .25), 'swap': ({'agency', 'name'}, .45)}


def planted(program):
    """One of two independent translations is changed; pairs that alarm unchanged are left out."""
    pairs = read(program.set('wmt21.sentences.jsonl'))
    calm = {i for i, line in enumerate(program.compare(program.set('wmt21.sentences.jsonl'), 'planted.base.jsonl'))
            if not serious(line)}
    changed = [pair for pair in perturb.all_changes(pairs) if pair['index'] in calm]
    path = write(program.temporary('planted.jsonl'), changed)
    found = program.compare(path, 'planted.compared.jsonl')
    by_kind = groups((pair['kind'], line) for pair, line in zip(changed, found))
    for kind, (expected, target) in PLANTED.items():
        lines = by_kind.get(kind, [])
        hit = rate(any(f['category'] in expected for f in l['drift']) for l in lines)
        yield f'{kind}: alarm (n {len(lines)})', rate(map(serious, lines)), f'>= {target}'
        yield f'{kind}: typed', hit, '-'


# Serious and harmless changes from seed 002 to seed 000, by the words that the finding must touch on either side.
SEED_SERIOUS = {
    'weakest/worst': ('weakest', 'worst', {'degree', 'quotation'}), 'concluded/ended': ('concluded', 'ended', {'quotation'}),
    'sufficient/enough': ('sufficient', 'enough', {'quotation'}), 'on/in the face': ('face', 'face', {'quotation'}),
    'Soleimani/Soleiman': ('Soleimani', 'Soleiman', {'name'}), 'intelligence dropped': ('intelligence', '', {'modality', 'omission'}),
    'Trump/White House said': ('Trump', 'White House', {'attribution', 'agency', 'name'}),
    'it/he (a station)': ('It', 'He', {'pronoun'}), 'its/his timing': ('its', 'his', {'pronoun'}),
    'killing/murder': ('killing', 'murder', {'term', 'degree'}), 'damage/injuries': ('damage', 'injuries', {'term', 'degree'}),
    'missiles/rockets': ('missile', 'rocket', {'term', 'degree'}), 'wider/broadest': ('wider', 'broadest', {'term', 'degree'})}
SEED_HARMLESS = [('gathering', 'rally'), ('rally', 'gathering'), ('hurt', 'harmed'), ('concern', 'worries'),
                 ('did not suffer', 'suffered no'), ('provided', 'offered')]


def seeds(program):
    batch = {str(record['id'])[:3]: record for record in read(os.path.join(program.shared, 'seeds', 'batch.jsonl'))}
    path = write(program.temporary('seed-pair.jsonl'), [{'a': batch['002']['text'], 'b': batch['000']['text']}])
    line = program.compare(path, 'seed-drift.jsonl')[0]
    text = lambda side: (side or {}).get('text', '')
    for name, (a, b, categories) in SEED_SERIOUS.items():
        hit = any(f['severity'] != 'minor' and f['category'] in categories
                  and a.lower() in text(f['a']).lower() and b.lower() in text(f['b']).lower() for f in line['drift'])
        yield f'{name} is major or critical', hit, 'always'
    yield 'weakest/worst is critical', any(
        f['severity'] == 'critical' and 'weakest' in text(f['a']) and 'worst' in text(f['b']) for f in line['drift']), 'always'
    false = [f for f in line['drift'] if f['severity'] != 'minor' and any(
        text(f['a']).lower() == a and text(f['b']).lower() == b for a, b in SEED_HARMLESS)]
    yield 'harmless lines called serious', len(false), '<= 0'
    yield 'serious findings in all', sum(f['severity'] != 'minor' for f in line['drift']), '-'


MEASUREMENTS = {
    'demetr': demetr, 'translations': translations, 'summedits': summedits, 'corrections': corrections, 'planted': planted,
    'seed-drift': seeds}
