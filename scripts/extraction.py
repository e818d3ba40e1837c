#!/usr/bin/env python3
"""Compare what newsprint finds over extracted text with what it finds over all the text of the same pages.

usage: extraction.py [ARTICLES.jsonl]     (Fixtures/batch.jsonl if none is given; the Python package has to be importable)

Every article becomes a page of its outlet: navigation, a banner, related headlines of that outlet, a sign-up form, share buttons, a
footer. Found are the stories and copies over the articles' own texts (what is right here), over the text that trafilatura extracts, and
over all the text of the page. Prints pairs of articles in one story: precision and recall against the own texts, and the time of
extraction.
"""
import html
import json
import os
import random
import sys
import time
from itertools import combinations

import newsprint
from newsprint.inputs.html import extract

SECTIONS = ['World', 'Politics', 'Business', 'Sport', 'Science', 'Culture', 'Weather', 'Opinion', 'Video', 'Newsletters', 'Archive']
BANNER = ('We and our {0} partners store and read information on your device, such as cookies, to measure how our pages are used. You can '
          'accept all of it, refuse all of it, or choose for each purpose. {1} respects your choice.')
SIGN_UP = ('Get the {0} briefing: what matters, every morning, in your inbox. By signing up you agree to our terms of use and confirm that '
           'you have read the privacy notice.')
FOOTER = ('About {0}. Contact the newsroom. Work with us. Advertise. Terms of use. Privacy notice. Cookie settings. Corrections. All rights '
          'reserved. {0} is not responsible for the content of other sites.')


def page(article, outlet, others, rng):
    """A page with the article among what such pages have around it."""
    links = ''.join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in rng.sample(SECTIONS, 8))
    related = ''.join(f'<li><a href="/{n}"><h3>{html.escape(other)}</h3></a><p>{rng.randrange(2, 59)} minutes ago</p></li>'
                      for n, other in enumerate(others))
    body = ''.join(f'<p>{html.escape(part)}</p>' for part in article['text'].split('\n') if part.strip())
    title = html.escape(article.get('title') or 'News')
    return f'''<!doctype html><html lang="en"><head><title>{title} | {html.escape(outlet)}</title></head><body>
<div class="cookie-banner"><p>{BANNER.format(rng.randrange(20, 900), html.escape(outlet))}</p><button>Accept</button></div>
<header><nav><ul>{links}</ul></nav></header>
<main><article><h1>{title}</h1>{body}</article>
<div class="share"><a>Facebook</a> <a>Copy link</a> <a>Print</a></div>
<aside class="related"><h2>Read next</h2><ul>{related}</ul></aside></main>
<div class="newsletter"><p>{SIGN_UP.format(html.escape(outlet))}</p></div>
<footer><p>{FOOTER.format(html.escape(outlet))}</p></footer></body></html>'''.encode()


def all_text(markup):
    """All the words of a page."""
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(markup.decode(), preserve_formatting=True, main_content=False)


def pairs(records):
    """Pairs of articles in one story, and the articles that are dropped as copies."""
    stories = {}
    for row in newsprint.cluster(records):
        stories.setdefault(row['cluster'], []).append(row['id'])
    together = {pair for members in stories.values() for pair in combinations(sorted(members), 2)}
    return together, {row['id'] for row in newsprint.dedupe(records).dropped}


def share(part, whole):
    return f'{len(part & whole) / len(whole):.3f}' if whole else '-'


def main():
    default = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'Fixtures', 'batch.jsonl')
    with open(sys.argv[1] if len(sys.argv) > 1 else default, encoding='utf8') as lines:
        articles = [{**record, 'id': str(record['id'])} for record in map(json.loads, lines)]
    rng = random.Random(11)
    titles = {}
    for article in articles:
        titles.setdefault(article.get('source') or 'The Paper', []).append(article.get('title') or 'News')
    every = [title for named in titles.values() for title in named]
    made = []
    for article in articles:
        outlet = article.get('source') or 'The Paper'
        made.append(page(article, outlet, rng.sample(every, min(6, len(every))), rng))
    known = [{key: value for key, value in article.items() if key in ('id', 'source', 'published', 'url')} for article in articles]
    started = time.process_time()
    extracted = [extract(markup) for markup in made]
    seconds = time.process_time() - started
    right, right_dropped = pairs([{**meta, 'text': article['text']} for meta, article in zip(known, articles)])
    print(f'{len(articles)} pages, {len(right)} pairs in one story, {len(right_dropped)} copies over their own texts; '
          f'extraction {1000 * seconds / len(made):.1f} ms a page')
    print('| text | words a page | pairs: precision | recall | copies: precision | recall |')
    print('|---|---|---|---|---|---|')
    for name, texts in (('trafilatura', [(found or {}).get('text', '') for found in extracted]),
                        ('all of the page', [all_text(markup) for markup in made])):
        records = [{**meta, 'text': text} for meta, text in zip(known, texts) if text.strip()]
        found, dropped = pairs(records)
        words = sum(len(text.split()) for text in texts) / len(texts)
        print(f'| {name} | {words:.0f} | {share(right, found)} | {share(found, right)} | {share(right_dropped, dropped)} '
              f'| {share(dropped, right_dropped)} |')
    print(f'words an article: {sum(len(article["text"].split()) for article in articles) / len(articles):.0f}')


if __name__ == '__main__':
    main()
