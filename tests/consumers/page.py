"""The HTML page in Debian's Chromium: real clicks and keys, no network, no message in the console,
no fault for axe.
"""

import itertools
import json
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from sample import equal, relata, samples

CHROMIUM = shutil.which("chromium")


def opened(sample, **context):
    """The sample's page."""
    path = sample.export("html")
    named = path.with_name(path.name + ".html")
    shutil.copy(path, named)
    return opened_file(named, **context)


@contextmanager
def opened_file(named, **context):
    """A page, opened from its file; fails on any console message, error or dialog."""
    if CHROMIUM is None:
        raise AssertionError("no chromium: install Debian's package chromium")
    complaints = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context(
            offline=True,
            **{"locale": "en-US", "viewport": {"width": 1280, "height": 800}, **context},
        ).new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "dialog",
            lambda dialog: (complaints.append("dialog " + dialog.message), dialog.dismiss()),
        )
        page.on(
            "request",
            lambda request: request.url.startswith("file:") or complaints.append(request.url),
        )
        page.goto(named.as_uri())
        # No wait_for_function: it evaluates inside the page, which the page's own policy forbids.
        while not page.evaluate("page.layout.settled"):
            page.wait_for_timeout(50)
        yield page
        browser.close()
    equal(complaints, [], "console")


def click_node(page, name):
    """Clicks on the canvas where a node is drawn."""
    x, y = page.evaluate(
        """name => {
        const node = page.graph.nodes.find(node => node.name === name);
        const [x, y] = page.drawing.toScreen(node.x, node.y);
        const box = byId('canvas').getBoundingClientRect();
        return [x + box.left, y + box.top];
    }""",
        name,
    )
    page.mouse.click(x, y)


def heading(page):
    return page.locator("#details h2").inner_text()


def faults(page):
    return [violation["id"] for violation in Axe().run(page).response["violations"]]


def test_page_shows_all_and_answers_a_click_on_an_entity():
    sample = samples()[0]
    with opened(sample) as page:
        equal(
            page.locator("#counts").inner_text(),
            f"{len(sample.nodes)} entities, {len(sample.edges)} relations",
            "counts",
        )
        click_node(page, "Microsoft")
        equal(heading(page), "Microsoft", "heading")
        page.get_by_role("button", name="Evidence: Satya Nadella").click()
        quote = page.locator("#details blockquote:visible").first
        equal(quote.inner_text(), "Microsoft-Chef Satya Nadella", "quote")
        equal(quote.get_attribute("lang"), "de", "language of the quote")
        equal(faults(page), [], "axe")


def test_page_opens_a_relation_by_a_click_on_its_line():
    with opened(samples()[0]) as page:
        x, y = page.evaluate("""() => {
            const edge = page.graph.edges.find(edge => edge.type === 'headquartered_in');
            const [x, y] = page.drawing.toScreen(...pointOn(page.drawing.curveOf(edge), 0.5));
            const box = byId('canvas').getBoundingClientRect();
            return [x + box.left, y + box.top];
        }""")
        page.mouse.click(x, y)
        equal(heading(page), "DeepSeek based in Hangzhou", "heading")
        equal(
            page.locator("#details figcaption a").first.get_attribute("href"),
            "https://news.example/a1?x=1&y=2",
            "link",
        )


def test_page_search_by_keyboard_alone():
    with opened(samples()[0]) as page:
        page.keyboard.press("/")
        page.keyboard.type("micro")
        equal(page.locator("#hits li").first.inner_text().split("\n")[0], "Microsoft", "first hit")
        page.keyboard.press("Enter")
        equal(heading(page), "Microsoft", "heading")
        equal(page.evaluate("document.activeElement.id"), "details", "focus")
        page.keyboard.press("Escape")
        equal(heading(page), "Overview", "heading after Escape")


def test_page_filters():
    sample = samples()[0]
    with opened(sample) as page:
        page.get_by_role("checkbox", name="Asserted").uncheck()
        left = sum(edge["status"] != "asserted" for edge in sample.edges.values())
        equal(
            page.locator("#counts").inner_text().split(", ")[1],
            f"{left} relations",
            "relations left",
        )
        page.get_by_role("button", name="Reset filters").click()
        equal(
            page.locator("#counts").inner_text(),
            f"{len(sample.nodes)} entities, {len(sample.edges)} relations",
            "counts",
        )


def test_page_finds_a_path_and_a_neighbourhood():
    with opened(samples()[0]) as page:
        click_node(page, "OpenAI")
        page.get_by_role("button", name="Path to").click()
        page.keyboard.type("GitHub")
        page.keyboard.press("Enter")
        equal(heading(page), "From OpenAI to GitHub", "heading")
        equal(page.locator("#details .kind").inner_text(), "2 steps", "length")
        page.get_by_role("button", name="Clear path").click()
        page.get_by_role("button", name="Neighbourhood (1 step)").click()
        equal(page.locator("#counts").inner_text().split(",")[0], "2 entities", "neighbourhood")


def test_page_in_german_and_in_the_dark():
    with opened(samples()[0], locale="de-DE", color_scheme="dark") as page:
        equal(page.evaluate("document.documentElement.lang"), "de", "language")
        equal(page.locator("#details h2").inner_text(), "Überblick", "heading")
        equal(faults(page), [], "axe in the dark")
        page.get_by_role("button", name="English").click()
        equal(page.locator("#details h2").inner_text(), "Overview", "heading")


def test_page_shows_hostile_text_as_text():
    sample = samples()[1]
    with opened(sample) as page:
        equal(
            page.locator("#counts").inner_text().split(" ")[0], str(len(sample.nodes)), "entities"
        )
        page.keyboard.press("/")
        page.keyboard.type("alert(1)")
        page.keyboard.press("Enter")
        equal(heading(page), "</script><script>alert(1)</script><!-- ]]> -->", "heading")
        for button in page.locator(".unfold").all():
            button.click()
        links = page.locator("#details a").evaluate_all(
            "links => links.map(link => link.getAttribute('href'))"
        )
        equal(
            [link for link in links if not link.startswith("https://")],
            [],
            "links that are no web pages",
        )
        equal(faults(page), [], "axe")


def test_page_layout_is_the_same_every_time():
    def positions():
        with opened(samples()[0], reduced_motion="reduce") as page:
            return page.evaluate("page.graph.nodes.map(node => [node.x, node.y])")

    equal(positions(), positions(), "positions")


def large_graph(folder, entities):
    """A page with so many firms, each but the first bought by one that was there before."""
    syllables = [consonant + vowel for consonant in "bdfgklmnprst" for vowel in "aeiou"]
    names = ("".join(word).capitalize() for word in itertools.product(syllables, repeat=3))
    names = list(itertools.islice(names, entities))
    records = folder / "records.jsonl"
    with open(records, "w") as file:
        for i in range(1, entities):
            ends = {}
            for role, name in (("subject", names[i // 3]), ("object", names[i])):
                ends[role] = {"name": name, "type": "org", "text": name, "start": 0, "end": 1}
            record = {"doc": f"d{i}", "type": "acquired", "status": "asserted", "attrs": {}}
            record |= {"confidence": 0.9, "rule": "test.en.hand", "lang": "en"}
            record["sentence"] = {"start": 0, "end": 9, "text": f"{names[i]} was bought."}
            file.write(json.dumps(record | ends) + "\n")
    relata("merge", records, "-o", folder / "large.relata")
    relata("export", folder / "large.relata", "-o", folder / "large.html")
    return folder / "large.html", names


def test_page_opens_a_large_graph_on_its_central_part():
    with tempfile.TemporaryDirectory() as folder:
        path, names = large_graph(Path(folder), 5200)
        with opened_file(path, reduced_motion="reduce") as page:
            notice = page.locator("#notice")
            equal("2,000" in notice.inner_text() or "2000" in notice.inner_text(), True, "notice")
            equal(page.evaluate("page.drawing.nodes.length"), 2000, "drawn")
            page.keyboard.press("/")
            page.keyboard.type(names[0])
            page.keyboard.press("Enter")
            equal(heading(page), names[0], "heading")
            ends = page.evaluate("""() => page.selected.edges.map(edge => {
                const end = page.graph.otherEnd(edge, page.selected);
                return page.drawing.toScreen(end.x, end.y);
            })""")
            size = page.evaluate("[page.drawing.width, page.drawing.height]")
            inside = [0 <= x <= size[0] and 0 <= y <= size[1] for x, y in ends]
            equal((len(inside), all(inside)), (2, True), "neighbours in view")
