#!/usr/bin/env python3
"""Compares how well the article is found in web pages: Relata and trafilatura.

    pip install trafilatura lxml
    measure.py DUMP_ARTICLES [--show N]

The pages are of two kinds. Those written for this: articles of samples/ and articles.txt put into every
layout of layouts/, with the clutter that news sites have; what is right is known. And HTML documentation
of Debian packages that is installed here; what is right is what the element of the documentation tool holds
that is known to be its content. Counted are words, in runs of four: precision, recall, F1 by page, then averaged.
"""
import collections
import glob
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import lxml.html
import trafilatura

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[3]

# Documentation: files, and where their content is. What stands in SKIP inside of it is none.
DOCUMENTATION = [
    ("/usr/share/doc/nodejs/api/*.html", "//div[@id='apicontent']", 20),
    ("/usr/share/doc/valgrind/html/*.html", "//div[@class='chapter' or @class='preface' or @class='sect1' or @class='article']", 12),
    ("/usr/share/doc/libffi8/html/*.html", "//body", 6),
    ("/usr/share/doc/libxslt1-dev/html/*.html", "//body", 6),
]
MOST_BYTES = 100_000  # trafilatura takes minutes for larger ones
SKIP = ("script", "style", "nav", "noscript")


def articles():
    texts = []
    for line in (ROOT / "samples" / "articles.jsonl").read_text(encoding="utf8").splitlines():
        article = json.loads(line)
        title, _, body = article["text"].partition("\n\n")
        texts.append((article["lang"], title, [p for p in body.split("\n\n") if p.strip()]))
    return texts


def written_pages(folder):
    """(path, title and text) for every layout and article."""
    for layout in sorted((HERE / "layouts").glob("*.html")):
        template = layout.read_text(encoding="utf8")
        for number, (language, title, paragraphs) in enumerate(articles()):
            page = template.replace("{{lang}}", language).replace("{{title}}", html.escape(title))
            block = re.search(r"\{\{paragraph:(.*?)\}\}", page, re.S).group(1)
            inserts = re.findall(r"\{\{between:(.*?)\}\}", page, re.S)
            page = re.sub(r"\{\{between:.*?\}\}", "", page, flags=re.S)
            parts = []
            for i, paragraph in enumerate(paragraphs):
                parts.append(block.replace("TEXT", html.escape(paragraph)))
                if i < len(inserts):
                    parts.append(inserts[i])
            page = re.sub(r"\{\{paragraph:.*?\}\}", lambda _: "\n".join(parts), page, flags=re.S)
            path = folder / f"{layout.stem}-{number}.html"
            path.write_text(page, encoding="utf8")
            yield str(path), title + "\n" + "\n".join(paragraphs)


def documentation_pages():
    for pattern, content, most in DOCUMENTATION:
        small = [p for p in sorted(glob.glob(pattern)) if pathlib.Path(p).stat().st_size < MOST_BYTES]
        for path in small[:most]:
            tree = lxml.html.parse(path, lxml.html.HTMLParser(encoding="utf8")).getroot()
            found = tree.xpath(content)
            if not found:
                continue
            for unwanted in found[0].xpath("|".join(".//" + tag for tag in SKIP)):
                unwanted.drop_tree()
            yield path, " ".join(found[0].itertext())


def runs(text):
    words = re.findall(r"\w+", text.casefold())
    return collections.Counter(zip(*(words[i:] for i in range(4))))


def score(found, right):
    found, right = runs(found), runs(right)
    common = sum((found & right).values())
    precision = common / max(1, sum(found.values()))
    recall = common / max(1, sum(right.values()))
    return precision, recall, 2 * precision * recall / (precision + recall) if common else 0.0


def relata_texts(program, paths):
    out = subprocess.run([program, *paths], capture_output=True, check=True).stdout.decode()
    return dict(part.split("\n", 1) for part in out.split("\f")[1:])


def trafilatura_text(path):
    page = pathlib.Path(path).read_text(encoding="utf8", errors="replace")
    title = trafilatura.extract_metadata(page)
    text = trafilatura.extract(page, include_comments=False, include_tables=True) or ""
    title = title.title if title is not None and title.title else ""
    return text if not title or text.startswith(title) else title + "\n" + text


def report(kind, pages, texts):
    totals = collections.defaultdict(list)
    for path, right in pages:
        for name, found in (("relata", texts.get(path, "")), ("trafilatura", trafilatura_text(path))):
            totals[name].append((score(found, right), path))
    for name, rows in totals.items():
        mean = [sum(s[i] for s, _ in rows) / len(rows) for i in range(3)]
        print(f"{kind:<14}{name:<13}{len(rows):>4} pages  P {mean[0]:.3f}  R {mean[1]:.3f}  F1 {mean[2]:.3f}")
    if "--show" in sys.argv:
        for (s, path) in sorted(totals["relata"])[:int(sys.argv[sys.argv.index("--show") + 1])]:
            print("  worst", pathlib.Path(path).name, [round(x, 3) for x in s])
        by_layout = collections.defaultdict(list)
        for name, rows in totals.items():
            for s, path in rows:
                by_layout[re.sub(r"-\d+\.html$", "", path).rsplit("/", 1)[-1], name].append(s[2])
        if kind == "written":
            for (layout, name), values in sorted(by_layout.items()):
                print(f"  {layout:<20}{name:<13}{sum(values) / len(values):.3f}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        written = list(written_pages(pathlib.Path(folder)))
        documentation = list(documentation_pages())
        texts = relata_texts(sys.argv[1], [path for path, _ in written + documentation])
        report("written", written, texts)
        report("documentation", documentation, texts)


if __name__ == "__main__":
    main()
