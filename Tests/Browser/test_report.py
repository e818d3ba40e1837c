#!/usr/bin/env python3
"""Drives the built report in headless Chromium: reading, sorting, searching, comparing, keys, themes, paper, small screens, no
script, hostile input; axe-core looks at every kind of page.

usage: Tests/Browser/test_report.py NEWSPRINT [--screenshots FOLDER] [NAME ...]

Needs Chromium (Debian's package), and playwright and axe-playwright-python from PyPI. Says so and ends with 0 when one is missing.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

import hostile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ORIGINAL, REWRITE = "np-001", "np-062"  # a story of the fixtures, and a machine's rewrite of it
LONE = "np-032"  # an article that stands alone, with flags of weight


def chromium():
    for name in ("chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    return None


class Browser:
    def __init__(self, playwright, path):
        self.browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])

    def page(self, url, width=1280, height=900, scheme="light", script=True):
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=script, reduced_motion="reduce")
        page = context.new_page()
        page.faults = []
        page.requests = []
        page.on("console", lambda message: page.faults.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("dialog", lambda dialog: (page.faults.append("dialog"), dialog.dismiss()))
        page.on("request", lambda request: page.requests.append(request.url))
        page.goto(url)
        return page


class Reports:
    """The reports under test, made once."""

    def __init__(self, newsprint, folder):
        self.newsprint, self.folder = newsprint, folder
        self.batch = os.path.join(ROOT, "Fixtures", "batch.jsonl")
        lines = subprocess.run([newsprint, "cluster", self.batch, "--roles", "full", "-q"], capture_output=True, text=True).stdout
        articles = [json.loads(line) for line in lines.splitlines()]
        self.shared = len({article["cluster"] for article in articles if article["size"] > 1})
        self.all = len({article["cluster"] for article in articles})
        article = {article["id"]: article for article in articles}
        self.story = "s-" + article[ORIGINAL]["cluster"]
        self.size = article[ORIGINAL]["size"]
        assert article[REWRITE]["cluster"] == article[ORIGINAL]["cluster"]
        self.compare = None
        # One that stands alone; its page has flags.
        self.lone = "s-" + article[LONE]["cluster"]
        assert article[LONE]["size"] == 1
        self.file = "file://" + self.make("report.html", self.batch)
        self.pages = "file://" + self.make("pages", self.batch)
        self.bare = "file://" + self.make("bare.html", self.batch, "--no-text", "--anonymise")
        bad = os.path.join(folder, "hostile.jsonl")
        hostile.write(bad)
        self.hostile = "file://" + self.make("hostile.html", bad)
        self.hostile_pages = "file://" + self.make("hostile", bad)

    def find_comparison(self, browser):
        page = browser.page(self.file + "#" + self.story)
        row = page.locator(f"#{self.story} tr[data-parent]", has_text=REWRITE)
        self.compare = row.locator("td a").get_attribute("href")[1:]

    @property
    def kinds(self):
        return {"overview": "overview", "outlets": "outlets", "run": "run", "story": self.story, "lone": self.lone}

    def addresses(self):
        """Every kind of page of the one file, and of the folder."""
        index = open(self.pages[len("file://"):] + "/index.html", encoding="utf8").read()
        inside = re.search(rf"stories/\d+\.html#{self.story}", index).group(0)
        kinds = [*self.kinds.values(), self.compare]
        folder = [f"{self.pages}/index.html#{place}" for place in ("overview", "outlets", "run")]
        return [f"{self.file}#{place}" for place in kinds] + folder + [
            f"{self.pages}/{inside}", f"{self.pages}/{inside.split('#')[0]}#{self.compare}"]

    def make(self, name, batch, *options):
        target = os.path.join(self.folder, name)
        result = subprocess.run([self.newsprint, "report", batch, "-o", target, "-q", *options], capture_output=True, text=True)
        assert result.returncode in (0, 1), result.stderr
        return target


def clean(page):
    assert page.faults == [], page.faults
    outside = [url for url in page.requests if not url.startswith(("file:", "data:"))]
    assert outside == [], outside


def until(page, holds):
    """Waits until `holds()` is true; the page's policy forbids to wait inside it by an expression."""
    for _ in range(60):
        if holds():
            return
        page.wait_for_timeout(50)
    raise AssertionError("waited in vain")


def rows(page):
    return page.locator("#story-table tbody tr").count()


def count_text(page):
    return page.locator("#story-count").inner_text()


# The tests: functions whose names begin with test_; they get the browser and the reports.

def test_the_overview_opens_clean_and_counts(browser, reports):
    page = browser.page(reports.file)
    assert "76 articles" in page.locator("h1:visible").inner_text()
    assert count_text(page).startswith(f"Showing {reports.shared} of {reports.shared} "), count_text(page)
    clean(page)


def test_searching_narrows_and_lives_in_the_address(browser, reports):
    page = browser.page(reports.file)
    page.fill("#story-query", "wire:reuters drift:critical")
    until(page, lambda: "q=" in page.url)
    shown = page.locator("#story-table tbody tr").count()
    assert 0 < shown < reports.shared, shown
    assert f"Showing {shown} of {shown} found among {reports.shared}" in count_text(page), count_text(page)
    again = browser.page(page.url)
    assert again.locator("#story-query").input_value() == "wire:reuters drift:critical"
    assert again.locator("#story-table tbody tr").count() == shown
    for query, least in ((">90", 1), ("role:machine-rewrite", 1), ("after:2025-11-01", 1), ("before:2025-02", 1), ("outlet:quill", 1),
                         ("-wire:reuters", 1), ("size:>3", 1), ("credit:lost", 1), ('"storm ottilie"', 1), ("drift:degree", 1)):
        page.fill("#story-query", query)
        until(page, lambda: least <= rows(page) < reports.shared and page.evaluate("new URLSearchParams(location.hash.split('?')[1]).get('q')") == query)
    page.fill("#story-query", "no such words anywhere")
    until(page, lambda: rows(page) == 0)
    clean(page)


def test_sorting_orders_the_rows(browser, reports):
    page = browser.page(reports.file)
    page.click("th[data-sort=first] button")
    first = page.locator("#story-table tbody tr").first.inner_text()
    assert page.locator("th[data-sort=first]").get_attribute("aria-sort") == "ascending"
    page.click("th[data-sort=first] button")
    assert page.locator("#story-table tbody tr").first.inner_text() != first
    assert "sort=-first" in page.url
    page.check("#story-lone")
    assert f"of {reports.all} " in count_text(page), count_text(page)
    page.goto(reports.file + "#outlets")
    page.click("#outlets .sortable:not(.flows) th:nth-child(2) button")
    values = [int(cell) for cell in page.locator("#outlets .sortable:not(.flows) tbody td:nth-child(2)").all_inner_texts()]
    assert values == sorted(values, reverse=True)
    clean(page)


def test_two_clicks_lead_to_the_changed_word(browser, reports):
    page = browser.page(reports.file)
    page.click(f"#story-table a[href='#{reports.story}']")
    assert page.locator("#" + reports.story).is_visible()
    assert "Reuters" in page.locator(f"#{reports.story} .byline").inner_text()
    assert page.locator(f"#{reports.story} .tree circle").count() == reports.size
    page.locator(f"#{reports.story} .tree a", has_text="Global Pulse 24").click()
    marks = page.locator(f"#{reports.story} .compare.current .row a.critical")
    words = [re.sub(r"\d", "", text) for text in marks.all_inner_texts()]
    assert "weakest" in words and "worst" in words, words
    assert page.locator(f"#{reports.story} .tree a[aria-current]").count() == 1
    clean(page)


def test_the_list_of_changes_leads_to_each_of_them(browser, reports):
    page = browser.page(reports.file)
    page.locator("#overview .changes a.was").first.click()
    page.wait_for_selector("#tip:visible")
    top = page.evaluate("document.querySelector('.row a.lit').getBoundingClientRect().top")
    assert 0 < top < page.viewport_size["height"], top
    clean(page)


def test_the_worst_stories_stand_first(browser, reports):
    page = browser.page(reports.file)
    grades = page.locator("#story-table tbody .grade").evaluate_all("all => all.map(node => node.className.split(' ').pop())")
    ranks = [{"critical": 0, "major": 1}.get(grade, 2) for grade in grades]
    assert ranks[0] == 0 and ranks == sorted(ranks), ranks
    plain = browser.page(reports.file, script=False)
    assert plain.locator("#story-table tbody a").first.inner_text() == page.locator("#story-table tbody a").first.inner_text()


def test_a_change_is_shown_in_its_sentence(browser, reports):
    page = browser.page(reports.file)
    quote = page.locator("#overview .changes .quote").first
    assert quote.locator("del").count() == 1 and quote.locator("mark").count() == 1
    assert "line-through" in quote.locator("del").evaluate("node => getComputedStyle(node).textDecorationLine")


def test_the_texts_of_two_versions_have_the_width_of_the_page(browser, reports):
    page = browser.page(reports.file)
    place = page.evaluate("document.querySelector('.spread.few .compare').id")
    page = browser.page(reports.file + "#" + place)
    sizes = page.evaluate("[document.querySelector('.compare.current').getBoundingClientRect().width, document.querySelector('main .sheet').getBoundingClientRect().width]")
    assert sizes[0] > 0.9 * sizes[1], sizes
    assert page.locator(".compare.current").evaluate("node => node.getBoundingClientRect().top") < 900


def test_outlets_say_who_takes_from_whom(browser, reports):
    page = browser.page(reports.file + "#outlets")
    page.click(".flows th:nth-child(3) button")
    values = [int(cell) for cell in page.locator(".flows tbody td:nth-child(3)").all_inner_texts()]
    assert values and values == sorted(values, reverse=True)
    clean(page)


def test_a_term_that_cannot_match_is_explained(browser, reports):
    page = browser.page(reports.file)
    for query, words in (("drfit:critical", "did you mean drift:"), ("role:banana", "there are composite"), ("foo:bar", "no field “foo”")):
        page.fill("#story-query", query)
        until(page, lambda: words in count_text(page))
    page.fill("#story-query", reports.story[2:])
    until(page, lambda: rows(page) == 1)
    clean(page)


def test_keys_hover_and_tap_explain(browser, reports):
    page = browser.page(reports.file + "#" + reports.compare)
    page.keyboard.press("n")
    assert page.locator("#tip").is_visible()
    assert page.locator(".where:visible").inner_text().startswith("1 of ")
    page.keyboard.press("n")
    assert page.locator(".where:visible").inner_text().startswith("2 of ")
    page.keyboard.press("p")
    assert page.locator(".where:visible").inner_text().startswith("1 of ")
    page.keyboard.press("Escape")
    assert not page.locator("#tip").is_visible()
    page.locator(".compare.current .row a.critical").first.hover()
    assert "critical" in page.locator("#tip").inner_text()
    page.keyboard.press("Escape")
    page.locator(".compare.current .row a.critical").first.click()
    assert page.locator("#tip").is_visible()
    assert page.locator(".compare.current .row a.critical").first.get_attribute("aria-describedby")
    clean(page)


def test_the_switches_of_a_comparison(browser, reports):
    page = browser.page(reports.file + "#" + reports.compare)
    rows = page.locator(".compare.current .row:visible").count()
    page.click("[data-act=serious]:visible")
    assert 0 < page.locator(".compare.current .row:visible").count() < rows
    page.click("[data-act=serious]:visible")
    page.click("[data-act=inline]:visible")
    mixed = page.locator(".compare.current .m:visible")
    assert mixed.count() > 3
    text = " ".join(mixed.all_inner_texts())
    assert "weakest" in text and "worst" in text
    assert page.locator(".compare.current .m del").count() > 0 and page.locator(".compare.current .m ins").count() > 0
    lone = page.locator(".compare.current .row.one > :is(.a, .b):not(.void)").first
    assert lone.evaluate("side => getComputedStyle(side).textDecorationLine") in ("line-through", "underline")
    assert page.locator(".compare.current .row.one > .void:visible").count() > 0
    page.click("[data-act=inline]:visible")
    page.goto(reports.file + f"#{reports.story}-c1")
    page.wait_for_selector("[data-act=unfold]:visible")
    page.click("[data-act=unfold]:visible")
    assert page.locator(".compare.current details.fold:not([open])").count() == 0
    clean(page)


def test_any_two_versions_can_be_compared(browser, reports):
    page = browser.page(reports.file + "#" + reports.story)
    for place, name in enumerate(("The Valley Beacon", "Global Pulse 24")):
        select = page.locator(".any-two:visible select").nth(place)
        select.select_option(label=next(text for text in select.locator("option").all_inner_texts() if name in text))
    page.click(".any-two:visible button")
    until(page, lambda: page.url.endswith("-any"))
    assert page.locator(".compare.current h2").inner_text() == "Global Pulse 24 beside The Valley Beacon"
    assert page.locator(".compare.current .row.light:visible").count() > 3
    assert page.locator(".compare.current ins").count() > 3
    page.click("[data-act=inline]:visible")
    assert page.locator(".compare.current .m:visible").count() > 3
    page.go_back()
    clean(page)


def test_without_a_script_everything_is_there_to_read(browser, reports):
    page = browser.page(reports.file, script=False)
    text = page.locator("body").inner_text()
    for words in ("What was copied", "weakest", "Outlets", "Skipped records", "Global Pulse 24 beside Meridian Feed · np-001"):
        assert words in text, words
    assert page.locator("#story-query").is_visible() is False
    assert page.locator(".view:visible").count() > 40


def test_dark_and_light(browser, reports):
    colours = set()
    for scheme in ("light", "dark"):
        page = browser.page(reports.file, scheme=scheme)
        colours.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert len(colours) == 2
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#theme")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    clean(page)


def test_a_small_screen_never_scrolls_sideways(browser, reports):
    for address in reports.addresses():
        page = browser.page(address, width=390, height=800)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
        clean(page)


def test_no_heading_that_the_script_leads_to_has_a_ring(browser, reports):
    page = browser.page(reports.file)
    page.locator("#story-table").get_by_role("link").first.click()
    page.wait_for_timeout(50)
    assert page.evaluate("document.activeElement.tagName") == "H1"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "none"
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_paper_shows_both_sides(browser, reports):
    page = browser.page(reports.file + "#" + reports.compare)
    page.emulate_media(media="print")
    assert page.locator(".compare.current .row.changed .a").first.is_visible()
    assert page.locator(".compare.current .row.changed .b").first.is_visible()
    assert page.locator(".compare.current .notes .critical").first.is_visible()
    assert page.locator(".bar-of-tools:visible").count() == 0
    assert len(page.pdf()) > 20_000


def test_nothing_moves_while_it_loads(browser, reports):
    page = browser.page(reports.file)
    page.wait_for_timeout(300)
    shift = page.evaluate("""() => new Promise(done => {
      let sum = 0;
      new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: "layout-shift", buffered: true });
      setTimeout(() => done(sum), 100);
    })""")
    assert shift < 0.1, shift


def test_axe_finds_nothing_serious(browser, reports):
    from axe_playwright_python.sync_playwright import Axe
    found = []
    for scheme in ("light", "dark"):
        for place in reports.addresses():
            page = browser.page(place, scheme=scheme)
            if place.endswith(reports.compare):
                page.keyboard.press("n")
            for violation in Axe().run(page).response["violations"]:
                if violation["impact"] in ("serious", "critical"):
                    nodes = [node["html"][:120] + " | " + node["failureSummary"][:200] for node in violation["nodes"][:3]]
                    found.append((scheme, place, violation["id"], nodes))
    assert found == [], found


def test_a_folder_leads_from_page_to_page(browser, reports):
    page = browser.page(reports.pages + "/index.html")
    page.click(f"#story-table a[href$='#{reports.story}']")
    page.wait_for_selector("#" + reports.story)
    assert page.locator("#" + reports.story).is_visible()
    page.locator(f"#{reports.story} .tree a", has_text="Global Pulse 24").click()
    assert page.locator(".compare.current").is_visible()
    page.click(".masthead nav a >> nth=1")
    page.wait_for_selector("#outlets")
    assert page.locator("#outlets").is_visible()
    clean(page)
    folder = reports.pages[len("file://"):]
    for name in ("articles.csv", "changes.csv", "versions.graphml"):
        assert os.path.getsize(os.path.join(folder, "data", name)) > 1000, name


def test_texts_and_names_stay_out_when_asked(browser, reports):
    page = browser.page(reports.bare)
    source = open(reports.bare[len("file://"):], encoding="utf8").read()
    assert "weakest" in source
    for words in ("Meridian Feed", "meridianfeed.example", "np-001", "The original in full"):
        assert words not in source, words
    clean(page)


def test_hostile_articles_neither_run_nor_break_the_page(browser, reports):
    places = ["overview", "outlets", "run"]
    for base in (reports.hostile, reports.hostile_pages + "/index.html"):
        page = browser.page(base)
        keys = page.evaluate("[...document.querySelectorAll('.view')].map(view => view.id)")
        for place in places + keys:
            page.evaluate("place => { location.hash = place }", place)
            assert page.locator(".view.current").count() == 1, place
        for number in page.evaluate("[...document.querySelectorAll('.compare')].map(part => part.id)"):
            page.evaluate("place => { location.hash = place }", number)
            page.keyboard.press("n")
        page.wait_for_timeout(200)
        assert page.evaluate("window.pwned") is None
        assert page.locator(".view.current").count() == 1
        foreign = page.evaluate("[...document.querySelectorAll('script, style, img, iframe, object, embed, base, form, [onclick], [onerror], [onload], [onfocus], [onmouseover]')].map(e => e.outerHTML.slice(0, 80)).filter(t => !t.startsWith('<style>:root {') && !t.startsWith('<script>(() => {') && !t.startsWith('<script type=\"application/json\"'))")
        assert foreign == [], foreign
        bad = page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href')).filter(h => !/^(#[a-z0-9-]+|(stories\\/)?\\d+\\.html#[a-z0-9-]+|(\\.\\.\\/)?index\\.html#[a-z]+)$/.test(h) && !/^https?:/.test(h))")
        assert bad == [], bad[:5]
        clean(page)
    folder = os.path.join(reports.hostile_pages[len("file://"):])
    for number in sorted(os.listdir(os.path.join(folder, "stories"))):
        page = browser.page(f"{reports.hostile_pages}/stories/{number}")
        assert page.evaluate("window.pwned") is None
        clean(page)
    beside = set(os.listdir(os.path.dirname(folder)))
    assert beside == {"report.html", "pages", "bare.html", "hostile.jsonl", "hostile.html", "hostile"}, beside
    names = sorted(os.path.join(where, name)[len(folder):] for where, _, files in os.walk(folder) for name in files)
    assert all(re.fullmatch(r"/(index\.html|\.newsprint-report|stories/\d+\.html|data/[a-z]+\.(csv|graphml))", name) for name in names), names


def screenshots(browser, reports, folder):
    os.makedirs(folder, exist_ok=True)
    for kind, place in {**reports.kinds, "compare": reports.compare}.items():
        for name, options in {"light": {}, "dark": {"scheme": "dark"}, "small": {"width": 390, "height": 800}}.items():
            page = browser.page(reports.file + "#" + place, **options)
            page.screenshot(path=os.path.join(folder, f"{kind}-{name}.png"), full_page=kind != "compare")
    page = browser.page(reports.file + "#" + reports.compare)
    page.click("[data-act=inline]")
    page.screenshot(path=os.path.join(folder, "compare-inline.png"))
    page = browser.page(reports.file + "#" + reports.story, script=False)
    page.screenshot(path=os.path.join(folder, "story-noscript.png"))
    page = browser.page(reports.file + "#" + reports.compare)
    page.pdf(path=os.path.join(folder, "compare.pdf"))
    page = browser.page(reports.hostile)
    page.screenshot(path=os.path.join(folder, "hostile.png"), full_page=True)
    for number, place in enumerate(reports.addresses()[len(reports.kinds) + 1:]):
        browser.page(place).screenshot(path=os.path.join(folder, f"folder-{number}.png"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("newsprint")
    parser.add_argument("--screenshots")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    path = chromium()
    try:
        from playwright.sync_api import sync_playwright
        import axe_playwright_python  # noqa: F401
    except ImportError as error:
        print(f"Browser tests are left out: {error}. Install playwright and axe-playwright-python.", file=sys.stderr)
        return 0
    if path is None:
        print("Browser tests are left out: Chromium was not found. Install the package chromium.", file=sys.stderr)
        return 0
    tests = {name: test for name, test in globals().items() if name.startswith("test_")}
    failed = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        reports = Reports(os.path.abspath(options.newsprint), folder)
        browser = Browser(playwright, path)
        reports.find_comparison(browser)
        chosen = [name for name in tests if not options.names or any(part in name for part in options.names)]
        for name in chosen:
            try:
                tests[name](browser, reports)
                print(f"passed  {name}")
            except Exception as error:  # noqa: BLE001
                failed += 1
                print(f"FAILED  {name}: {error}\n{traceback.format_exc()}")
                if not isinstance(error, AssertionError):
                    traceback.print_exc()
        if options.screenshots:
            screenshots(browser, reports, options.screenshots)
        print(f"{len(chosen) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
