#!/usr/bin/env python3
"""Show the clusters of `newsprint cluster` as text, the largest first.

usage: show_clusters.py BATCH.jsonl CLUSTERS.jsonl [--stories N]
"""
import argparse
import collections
import json


def read(path):
    with open(path, encoding='utf8') as lines:
        return [json.loads(line) for line in lines if line.strip()]


def heading(article, width=58):
    title = article.get('title') or ' '.join(article.get('text', '').split())
    return title if len(title) <= width else title[:width - 1] + '…'


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('batch')
    arguments.add_argument('clusters')
    arguments.add_argument('--stories', type=int, default=10)
    options = arguments.parse_args()
    articles = {str(article['id']): article for article in read(options.batch) if 'id' in article}
    clusters = collections.defaultdict(list)
    for line in read(options.clusters):
        clusters[line['cluster']].append(line)
    ranked = sorted(clusters.values(), key=lambda lines: (-len(lines), lines[0]['cluster']))
    for lines in ranked[:options.stories]:
        wires = sorted({wire if isinstance(wire, str) else wire.get('agency', '') for line in lines for wire in line.get('wire') or []})
        print(f'{lines[0]["cluster"]}: {len(lines)} articles' + (f', wire {", ".join(wires)}' if wires else ''))
        for line in lines:
            article = articles.get(str(line['id']), {})
            similarity = line.get('similarity')
            similar = f'{similarity:5.2f}' if isinstance(similarity, (int, float)) else '    -'
            print(f'  {str(line["id"]):10} {line.get("role", ""):16} {similar}  {article.get("source", ""):22.22} {heading(article)}')


if __name__ == '__main__':
    main()
