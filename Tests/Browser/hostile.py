"""A batch of hostile articles for the report: whatever a scrape may bring, in every field. All invented."""

import json
import random

MARKUP = [
    "<script>window.pwned = 1</script>",
    "</script><script>window.pwned = 2</script>",
    "</style><img src=x onerror=\"window.pwned = 3\">",
    "\"><svg onload=\"window.pwned = 4\">",
    "' onmouseover='window.pwned = 5",
    "<!--<script>", "]]><script>window.pwned = 6</script>", "{{{script}}}", "{{#stories}}", "\\u003cscript\\u003e",
    "\"\u0301 onfocus=window.pwned=7 autofocus x=\"", "<\u0338script>window.pwned = 8</script>",
    "&lt;script&gt;", "&#60;script&#62;window.pwned = 9&#60;/script&#62;",
]
PATHS = ["../../x", "..\\..\\x", "/etc/passwd", "a/../../b", "%2e%2e%2f", "C:\\x", ".", "..", "-o", "CON", "x\u0000y"]
URLS = ["javascript:window.pwned=10", "JaVaScRiPt:window.pwned=11", "data:text/html,<script>window.pwned=12</script>",
        "https://example.invalid/\" onclick=\"window.pwned=13", "//example.invalid", "http://[", "file:///etc/passwd"]
CONTROLS = ["\u202eesrever\u202c", "\u2066isolate", "\u0000nul", "\u001b[31mred\u001b[0m", "\u0007bell", "\ufeffbom", "\u2028line",
            "\u200bzero", "a" + "\u0301" * 300]
PROSE = ("The harbour of Velmora was closed on Monday after a crane fell on a barge. Nobody was hurt, the harbour master said. "
         "The barge had carried {n} tonnes of grain. \"It was the weakest of the old cranes,\" said Tove Marin of the port office. "
         "Traffic is expected to resume on Thursday, if the wreck can be lifted by then. ")


def articles(count=200, seed=1):
    chance = random.Random(seed)
    for number in range(count):
        nasty = [chance.choice(MARKUP), chance.choice(PATHS), chance.choice(URLS), chance.choice(CONTROLS)]
        chance.shuffle(nasty)
        text = PROSE.format(n=300 + number % 7)
        if number % 3 == 0:
            text = text.replace("weakest", "worst")
        place = chance.randrange(len(text))
        text = nasty[0] + " " + text[:place] + " " + nasty[1] + " " + text[place:] + " " + nasty[2]
        if number == 50:
            text += " " + "w" * (1 << 20)
        if number % 40 == 7:
            text = nasty[0]
        yield {
            "id": f"{nasty[3]}-{number}", "title": nasty[chance.randrange(4)] + f" {number % 5}", "url": chance.choice(URLS),
            "source": nasty[2] + str(number % 11), "published": f"2025-03-{1 + number % 28:02}T0{number % 10}:00:00Z",
            "language": "en\"><b>", "text": text,
        }


def write(path, count=200):
    with open(path, "w", encoding="utf8") as out:
        for article in articles(count):
            out.write(json.dumps(article) + "\n")


if __name__ == "__main__":
    import sys
    write(sys.argv[1])
