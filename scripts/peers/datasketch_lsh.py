"""datasketch: MinHash of 128 values over word 5-shingles, its index at J >= 0.5, clusters by union and find."""
import json
import re
import sys

from datasketch import MinHash, MinHashLSH

with open(sys.argv[1], encoding='utf8') as lines:
    records = [json.loads(line) for line in lines]
index, parent = MinHashLSH(threshold=0.5, num_perm=128, params=(32, 4)), list(range(len(records)))
sketches = []


def find(x):
    while parent[x] != x:
        parent[x] = parent[parent[x]]
        x = parent[x]
    return x


for i, record in enumerate(records):
    words = re.findall(r'\w+', record['text'].lower())
    sketch = MinHash(num_perm=128, seed=1)
    sketch.update_batch([' '.join(words[j:j + 5]).encode() for j in range(len(words) - 4)] or [' '.join(words).encode()])
    sketches.append(sketch)
    for other in index.query(sketch):
        if sketch.jaccard(sketches[other]) >= 0.5:
            parent[find(i)] = find(other)
    index.insert(i, sketch)
with open(sys.argv[2], 'w') as out:
    for i, record in enumerate(records):
        out.write(json.dumps({'id': record['id'], 'cluster': find(i)}) + '\n')
