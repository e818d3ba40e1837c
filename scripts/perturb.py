#!/usr/bin/env python3
"""Plant one error in the second sentence of pairs of free translations.

usage: perturb.py PAIRS.jsonl OUT.jsonl

PAIRS carry "a" and "b", two independent translations of one sentence. OUT has, for each pair and each kind of error that fits,
a record with "a", the changed "b", "kind", "index" (of the pair, from 0) and "change". What is changed is drawn at random
with a fixed seed, so two runs write the same file. Antonyms are direct antonyms of WordNet (folder WNSEARCHDIR or
/usr/share/wordnet); half of them are nonsense in their sentence, as chance has it.
"""
import json
import os
import random
import re
import sys

MONTHS = 'January February March April May June July August September October November December'.split()
DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()
AUXILIARIES = 'is are was were has have had will would can could should must does did do may might'.split()
MODALS = {'will': 'may', 'may': 'will', 'could': 'will', 'might': 'will', 'must': 'may', 'would': 'could'}
PRONOUNS = {'he': 'she', 'she': 'he', 'his': 'her', 'him': 'her', 'He': 'She', 'She': 'He', 'His': 'Her'}


def words(pattern, text):
    return list(re.finditer(pattern, text))


def replace(text, match, new):
    return text[:match.start()] + new + text[match.end():]


def number(text, rng, _):
    found = words(r'(?<![\w.,:-])\d{1,3}(?:,\d{3})+(?![\w:-])|(?<![\w.,:-])\d+(?:\.\d+)?(?![\w:-]|[.,]\d)', text)
    found = [m for m in found if not re.fullmatch(r'(19|20)\d\d', m.group())]
    if not found:
        return None
    match = rng.choice(found)
    digits = [i for i, c in enumerate(match.group()) if c.isdigit()]
    place = digits[0]
    new = rng.choice([d for d in '123456789' if d != match.group()[place]])
    return replace(text, match, match.group()[:place] + new + match.group()[place + 1:])


def date(text, rng, _):
    found = words(r'\b(' + '|'.join(MONTHS + DAYS) + r')\b', text)
    found = [m for m in found if m.group() not in ('May', 'March') or re.match(r'\W*\d', text[m.end():])]
    if not found:
        return None
    match = rng.choice(found)
    others = MONTHS if match.group() in MONTHS else DAYS
    return replace(text, match, rng.choice([o for o in others if o != match.group()]))


def pronoun(text, rng, _):
    found = words(r'\b(' + '|'.join(PRONOUNS) + r')\b', text)
    if not found:
        return None
    # All of them: one alone among others of the same person would be read as another person.
    swapped = {found[0].group().lower()}
    if swapped & {'she', 'her'} and {m.group().lower() for m in found} & {'he', 'his', 'him'}:
        return None
    return re.sub(r'\b(' + '|'.join(PRONOUNS) + r')\b', lambda m: PRONOUNS[m.group()], text)


def negation_in(text, rng, _):
    found = [m for m in words(r'\b(' + '|'.join(AUXILIARIES) + r')\b', text)
             if not re.match(r"\s+(not|never|no)\b|n't|'t", text[m.end():])]
    if not found:
        return None
    match = rng.choice(found)
    return replace(text, match, match.group() + ' not')


def negation_out(text, rng, _):
    found = words(r"\s+not\b(?! only)|(?<=\w)n't\b", text)
    found = [m for m in found if text[:m.start()].split()[-1:] and text[:m.start()].split()[-1].lower() not in ('ca', 'wo', 'can')]
    if not found:
        return None
    return replace(text, rng.choice(found), '')


def name_spans(text):
    spans = words(r'(?<=[a-z,] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*', text)
    return [m for m in spans if not set(m.group().split()) & set(MONTHS + DAYS)]


def name(text, rng, names):
    found = name_spans(text)
    if not found:
        return None
    match = rng.choice(found)
    alike = [n for n in names if n.count(' ') == match.group().count(' ') and n not in text]
    return replace(text, match, rng.choice(alike)) if alike else None


def swap(text, rng, _):
    found = name_spans(text)
    found = [m for i, m in enumerate(found) if m.group() not in {o.group() for o in found[:i]}]
    if len(found) < 2:
        return None
    first, second = sorted(rng.sample(found, 2), key=lambda m: m.start())
    if first.group() in second.group() or second.group() in first.group():
        return None
    if re.fullmatch(r',? (and|or|und) |, ', text[first.end():second.start()]):
        return None  # "between A and B" says the same as "between B and A"
    return replace(replace(text, second, first.group()), first, second.group())


def modality(text, rng, _):
    found = words(r'\b(' + '|'.join(MODALS) + r')\b', text)
    if not found:
        return None
    match = rng.choice(found)
    return replace(text, match, MODALS[match.group()])


def read_antonyms():
    """Direct antonyms of WordNet by lower-case word, first sense first."""
    folder = os.environ.get('WNSEARCHDIR', '/usr/share/wordnet')
    result = {}
    for part in ('adj', 'adv', 'verb', 'noun'):
        synsets, pointers = {}, []
        with open(os.path.join(folder, 'data.' + part), encoding='utf8') as lines:
            for line in lines:
                if line.startswith(' '):
                    continue
                fields = line.split(' | ')[0].split()
                count = int(fields[3], 16)
                synset = [re.sub(r'\(.*\)', '', w) for w in fields[4:4 + 2 * count:2]]
                synsets[fields[0]] = synset
                start = 4 + 2 * count
                for i in range(int(fields[start])):
                    symbol, offset, _, ends = fields[start + 1 + 4 * i:start + 5 + 4 * i]
                    if symbol == '!' and ends != '0000':
                        pointers.append((synset[int(ends[:2], 16) - 1], offset, int(ends[2:], 16) - 1))
        for word, offset, place in pointers:
            other = synsets[offset][place]
            if word.islower() and other.isalpha():
                result.setdefault(word, []).append(other)
    return result


STOP = set('a an the in on at up down out off not no more less most least much little many few this that all some man woman '
           'he she it i we you they be is are was were do does did have has had go come here there now then ever never well so '
           'over under before after first last'.split())


def antonym(text, rng, _, table={}):
    if not table:
        table.update(read_antonyms())
    found = [m for m in words(r'\b[a-z]{3,}\b', text) if m.group() in table and m.group() not in STOP]
    if not found:
        return None
    match = rng.choice(found)
    return replace(text, match, table[match.group()][0])


KINDS = {'number': number, 'date': date, 'pronoun': pronoun, 'negation-in': negation_in, 'negation-out': negation_out,
         'name': name, 'antonym': antonym, 'modality': modality, 'swap': swap}


def all_changes(pairs, seed=11):
    names = sorted({m.group() for pair in pairs for m in name_spans(pair['b'])})
    for index, pair in enumerate(pairs):
        for kind, change in KINDS.items():
            rng = random.Random(f'{seed}/{index}/{kind}')
            changed = change(pair['b'], rng, names)
            if changed and changed != pair['b']:
                yield {'a': pair['a'], 'b': changed, 'kind': kind, 'index': index, 'original': pair['b']}


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding='utf8') as lines:
        pairs = [json.loads(line) for line in lines if line.strip()]
    with open(sys.argv[2], 'w', encoding='utf8') as out:
        for record in all_changes(pairs):
            out.write(json.dumps(record, ensure_ascii=False) + '\n')


if __name__ == '__main__':
    main()
