"""The HTML page in Debian's Chromium: real clicks and keys, no network, no message in the console,
no fault for axe. PAGE_SCREENSHOTS=FOLDER keeps what the tests have seen.
"""

import itertools
import json
import os
import shutil
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from sample import equal, relata, samples

CHROMIUM = shutil.which("chromium")
# WebGL by the processor: what runs the tests has no graphics card.
SOFTWARE_GL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
NO_GL = ["--disable-gpu", "--disable-3d-apis"]


def opened(sample, **context):
    """The sample's page."""
    path = sample.export("html")
    named = path.with_name(path.name + ".html")
    shutil.copy(path, named)
    return opened_file(named, **context)


@contextmanager
def opened_file(named, graphics=SOFTWARE_GL, **context):
    """A page, opened from its file; fails on any console message, error or dialog."""
    if CHROMIUM is None:
        raise AssertionError("no chromium: install Debian's package chromium")
    complaints = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", *graphics]
        )
        page = browser.new_context(
            offline=True,
            **{"locale": "en-US", "viewport": {"width": 1280, "height": 800}, **context},
        ).new_page()
        # The driver tells of reading pixels back, which is how sigma.js finds what is clicked.
        page.on(
            "console",
            lambda message: "GL Driver Message" in message.text or complaints.append(message.text),
        )
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
        wait_for_layout(page)
        yield page
        browser.close()
    equal(complaints, [], "console")


def wait_for_layout(page):
    # No wait_for_function: it evaluates inside the page, which the page's own policy forbids.
    while not page.evaluate("relata.page.drawing === null || relata.page.layout.settled"):
        page.wait_for_timeout(50)
    page.wait_for_timeout(300)  # until the last picture stands


def screenshot(page, name):
    folder = os.environ.get("PAGE_SCREENSHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png")


# The drawing's own places, in pixels of the window.
PLACE = """key => {
    const {sigma} = relata.page.drawing;
    const {x, y} = sigma.graphToViewport(sigma.getGraph().getNodeAttributes(key));
    const box = document.getElementById('drawing').getBoundingClientRect();
    return [x + box.left, y + box.top];
}"""


def place_of(page, name):
    index = page.evaluate("name => relata.page.graph.nodes.find(n => n.name === name).index", name)
    return page.evaluate(PLACE, index)


def click_node(page, name):
    """Clicks on the drawing where a node is."""
    page.mouse.click(*place_of(page, name))


def between(first, second):
    return [(one + other) / 2 for one, other in zip(first, second, strict=True)]


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
        screenshot(page, "small")
        click_node(page, "Microsoft")
        equal(heading(page), "Microsoft", "heading")
        page.get_by_role("button", name="Evidence: Satya Nadella").click()
        quote = page.locator("#details blockquote:visible").first
        equal(quote.inner_text(), "Microsoft-Chef Satya Nadella", "quote")
        equal(quote.get_attribute("lang"), "de", "language of the quote")
        equal(faults(page), [], "axe")


def test_page_opens_a_relation_by_a_click_on_its_line():
    with opened(samples()[0]) as page:
        x, y = between(place_of(page, "DeepSeek"), place_of(page, "Hangzhou"))
        page.mouse.move(x, y)
        tooltip = page.locator("#tooltip")
        tooltip.wait_for()
        equal(tooltip.inner_text().split("\n")[0], "DeepSeek based in Hangzhou", "tooltip")
        page.mouse.click(x, y)
        equal(heading(page), "DeepSeek based in Hangzhou", "heading")
        equal(
            page.locator("#details figcaption a").first.get_attribute("href"),
            "https://news.example/a1?x=1&y=2",
            "link",
        )
        screenshot(page, "relation")
        page.keyboard.press("Escape")
        page.wait_for_timeout(500)  # or it is a double click, which zooms
        page.mouse.click(x, y + 4)  # beside the line
        equal(heading(page), "DeepSeek based in Hangzhou", "heading after a click beside")


def test_page_draws_relations_between_the_same_two_apart():
    with opened(samples()[0]) as page:
        bends = page.evaluate("""() => {
            const {sigma} = relata.page.drawing, ends = new Map();
            sigma.getGraph().forEachEdge((key, _, source, target) => {
                const pair = source < target ? source + ' ' + target : target + ' ' + source;
                const {curvature, type} = sigma.getEdgeDisplayData(key);
                const bend = source < target ? curvature : -curvature;
                ends.set(pair, [...(ends.get(pair) ?? []), type.startsWith('curve') ? bend : 0]);
            });
            return [...ends.values()].filter(bends => bends.length > 1);
        }""")
        equal(len(bends) > 0, True, "parallel relations in the sample")
        equal([len(set(some)) for some in bends], [len(some) for some in bends], "bends")


def test_page_moves_by_mouse_and_keys():
    with opened(samples()[0], reduced_motion="reduce") as page:
        before = place_of(page, "Microsoft")
        page.mouse.move(*before)
        page.mouse.down()
        page.mouse.move(before[0] + 40, before[1] + 30, steps=5)
        page.mouse.up()
        page.wait_for_timeout(300)
        dragged = place_of(page, "Microsoft")
        moved = [round(after - place) for after, place in zip(dragged, before, strict=True)]
        equal([abs(moved[0] - 40) < 3, abs(moved[1] - 30) < 3], [True, True], f"dragged by {moved}")
        equal(heading(page), "Overview", "heading: a drag is no click")
        page.locator("#drawing").focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(300)
        equal(place_of(page, "Microsoft")[0] < dragged[0] - 20, True, "arrow key")
        page.keyboard.press("+")
        equal(page.evaluate("relata.page.drawing.sigma.getCamera().ratio") < 1, True, "zoom")
        page.keyboard.press("0")
        equal(page.evaluate("relata.page.drawing.sigma.getCamera().ratio"), 1, "fit")
        page.wait_for_timeout(300)
        page.mouse.move(*place_of(page, "Microsoft"))
        page.mouse.down()
        page.mouse.move(2, 400, steps=5)
        page.mouse.up()
        page.locator("#drawing").focus()
        page.keyboard.press("0")
        page.wait_for_timeout(300)
        left = page.locator("#drawing").bounding_box()["x"]
        equal(place_of(page, "Microsoft")[0] > left + 20, True, "fit of what was dragged out")


def test_page_takes_a_node_along_with_the_left_button_only():
    with opened(samples()[0], reduced_motion="reduce", has_touch=True) as page:
        before = place_of(page, "Microsoft")

        def glued_after(press):
            press(*before)
            page.mouse.move(before[0] + 60, before[1] + 50, steps=3)
            page.wait_for_timeout(500)  # or the next is a double click
            return place_of(page, "Microsoft") != before

        for button in ("right", "middle"):
            glued = glued_after(lambda x, y, button=button: page.mouse.click(x, y, button=button))
            equal(glued, False, f"glued to the pointer after a click of the {button} button")
        equal(glued_after(page.touchscreen.tap), False, "glued to the pointer after a tap")
        equal(heading(page), "Microsoft", "heading after a tap")


def test_page_takes_a_click_that_shakes_for_a_click():
    with opened(samples()[0], reduced_motion="reduce") as page:
        before = place_of(page, "Microsoft")
        page.mouse.move(*before)
        page.mouse.down()
        page.mouse.move(before[0] + 1, before[1])
        page.mouse.up()
        equal(heading(page), "Microsoft", "heading")
        page.wait_for_timeout(300)
        equal(place_of(page, "Microsoft"), before, "place")


def test_page_holds_no_node_while_the_layout_goes_on():
    with opened(samples()[0], reduced_motion="reduce") as page:
        page.evaluate("relata.page.layout.settled = false")
        x, y = place_of(page, "Microsoft")
        where = "relata.page.drawing.network.mapNodes((_, {x, y}) => [x, y])"
        before = page.evaluate(where)
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 40, y + 30, steps=5)
        page.mouse.up()
        equal(page.evaluate(where), before, "places")
        equal(page.evaluate("relata.page.drawing.sigma.getCustomBBox()"), None, "frame")


def test_page_without_webgl_says_so_and_its_lists_work():
    with opened(samples()[0], graphics=NO_GL) as page:
        equal("no WebGL" in page.locator("#no-drawing").inner_text(), True, "message")
        page.keyboard.press("/")
        page.keyboard.type("deep")
        page.keyboard.press("Enter")
        equal(heading(page), "DeepSeek", "heading")
        page.get_by_role("button", name="Neighbourhood (1 step)").click()
        page.get_by_role("button", name="Evidence").first.click()
        equal(page.locator("#details blockquote:visible").count() > 0, True, "quotes")
        page.keyboard.press("Escape")
        equal(heading(page), "Overview", "heading after Escape")
        equal(faults(page), [], "axe")
        screenshot(page, "no-webgl")


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


def test_page_writes_amounts_as_the_language_does():
    with opened(samples()[0]) as page:
        click_node(page, "500000000 USD")
        equal(heading(page), "$500M", "heading")
        page.get_by_role("button", name="Deutsch").click()
        equal(heading(page), "500\xa0Mio.\xa0$", "heading in German")
        screenshot(page, "amount")


def test_page_in_german_and_in_the_dark():
    with opened(samples()[0], locale="de-DE", color_scheme="dark") as page:
        equal(page.evaluate("document.documentElement.lang"), "de", "language")
        equal(page.locator("#details h2").inner_text(), "Überblick", "heading")
        equal(faults(page), [], "axe in the dark")
        screenshot(page, "dark")
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
            return page.evaluate(
                "relata.page.drawing.network.mapNodes((_, {x, y}) => [x, y])"
            )

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
            text = notice.inner_text()
            equal(("2,000" in text, "5,200" in text), (True, True), f"numbers in {text!r}")
            equal(page.evaluate("relata.page.drawing.nodes.length"), 2000, "drawn")
            page.keyboard.press("/")
            page.keyboard.type(names[0])
            page.keyboard.press("Enter")
            equal(heading(page), names[0], "heading")
            page.wait_for_timeout(500)
            ends = page.evaluate("""() => relata.page.selected.edges.map(edge =>
                relata.page.graph.otherEnd(edge, relata.page.selected).index)""")
            box = page.locator("#drawing").bounding_box()
            places = [page.evaluate(PLACE, end) for end in ends]
            inside = [
                0 <= x - box["x"] <= box["width"] and 0 <= y - box["y"] <= box["height"]
                for x, y in places
            ]
            equal((len(inside), all(inside)), (2, True), "neighbours in view")


def test_page_is_fast_with_5000_entities():
    """Prints how fast, which depends on the machine."""
    with tempfile.TemporaryDirectory() as folder:
        path, names = large_graph(Path(folder), 5000)
        began = time.monotonic()
        with opened_file(path) as page:
            settled = time.monotonic() - began
            drawn = page.evaluate("performance.getEntriesByName('drawn')[0].startTime")
            # A picture is drawn when the browser asks for the next one.
            frame = page.evaluate("""async () => {
                const {sigma} = relata.page.drawing, began = performance.now();
                let pictures = 0;
                sigma.on('afterRender', () => ++pictures);
                await sigma.getCamera().animate({ratio: 0.5}, {duration: 3000});
                return (performance.now() - began) / pictures;
            }""")
            print(
                f"\n5000 entities: first picture after {drawn:.0f} ms, laid out after "
                f"{settled:.1f} s, {frame:.0f} ms a picture when it moves, "
                f"{path.stat().st_size} bytes"
            )
            equal(page.evaluate("relata.page.drawing.nodes.length"), 5000, "drawn")
            page.keyboard.press("/")
            page.keyboard.type(names[1])
            page.keyboard.press("Enter")
            equal(heading(page), names[1], "heading")
            page.keyboard.press("Escape")
            page.get_by_role("button", name="Fit to window").click()
            page.wait_for_timeout(1000)
            screenshot(page, "5000")
