#!/usr/bin/env python3
"""Measures how near-duplicates are found, on any articles.

    tests/graph/near_duplicates/measure.py ARTICLES.jsonl... [--dump build-release/dump_stories] [--real]

Each article (text, perhaps title) of six sentences or more is edited as newsrooms do it, by a seeded choice, and compared with its original:
that is recall, edit by edit. Precision is judged on the articles themselves: of each, the three others with the most
similar vocabulary (tf-idf), which are other news on the same topic, and all pairs that the program finds at all. Pairs
of the input that share 30 % or more of their runs of three words are real near-duplicates; they count for recall, and
--real prints those pairs and the others that were found, to be read by people.

The program is built with `ninja -C build-release dump_stories`.
"""
import argparse
import collections
import itertools
import json
import math
import pathlib
import random
import re
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
WORD = re.compile(r"\w+")
AGENCY = {"en": "LONDON (Newswire) - ", "de": "Berlin (nwa) - "}
NOTICE = {"en": "Copyright 2025 Newswire. All rights reserved. This material may not be published, broadcast, rewritten "
                "or redistributed. Sign up for our daily newsletter and get the stories of the day at seven in the morning.",
          "de": "Copyright 2025 Nachrichtenagentur. Alle Rechte vorbehalten. Die Weiterverwendung bedarf der schriftlichen "
                "Zustimmung. Mit unserem Newsletter bekommen Sie jeden Morgen die wichtigsten Meldungen des Tages."}


def edits(article, others, rng):
    """The name of an edit -> the article after it."""
    language = "de" if article.get("lang") == "de" else "en"
    text, title = article["text"], article.get("title") or ""
    body = text[len(title):].lstrip() if title and text.startswith(title) else text
    sentences = SENTENCE_END.split(body)
    count = len(sentences)
    foreign = SENTENCE_END.split(rng.choice(others)["text"])
    part = max(1, count // 6)
    at = rng.randrange(max(1, count - part))
    headline = " ".join(rng.sample(foreign[0].split(), min(7, len(foreign[0].split()))))
    joined = " ".join
    yield "headline changed", headline + "\n\n" + body
    yield "agency line", title + "\n\n" + AGENCY[language] + body
    yield "boilerplate added", text + "\n\n" + NOTICE[language]
    yield "lead cut", joined(sentences[max(1, count // 5):])
    yield "end cut by a third", joined(sentences[:max(1, count - count // 3)])
    yield "paragraph updated", joined(sentences[:at] + foreign[:part] + sentences[at + part:])
    yield "all of these, end cut by a sixth", (headline + "\n\n" + AGENCY[language] +
                                               joined((sentences[:at] + foreign[:part] + sentences[at + part:])[:count - part]) +
                                               "\n\n" + NOTICE[language])
    yield "a brief: the first half", joined(sentences[:max(1, count // 2)])


def stories_of(articles, dump):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
        for article in articles:
            file.write(json.dumps({"id": article["id"], "text": article["text"], "lang": article.get("lang", "en")}) + "\n")
        file.flush()
        lines = subprocess.run([dump, file.name], capture_output=True, text=True, check=True).stdout.splitlines()
    return {line.split("\t")[0]: line.split("\t")[2] for line in lines}


def runs(text):
    words = WORD.findall(text.lower())
    return {tuple(words[i:i + 3]) for i in range(len(words) - 2)}


def resembling(articles, least):
    """Pairs of articles whose runs of three words are the same to this share."""
    sets = [runs(article["text"]) for article in articles]
    places = collections.defaultdict(list)
    for index, each in enumerate(sets):
        for run in each:
            places[run].append(index)
    shared = collections.Counter()
    for indices in places.values():
        if len(indices) < 200:
            shared.update(itertools.combinations(indices, 2))
    return {pair: n / len(sets[pair[0]] | sets[pair[1]]) for pair, n in shared.items()
            if n / len(sets[pair[0]] | sets[pair[1]]) >= least}


def neighbours(articles, count=3):
    """Pairs of an article and those with the most similar words."""
    frequency = collections.Counter(w for a in articles for w in set(WORD.findall(a["text"].lower())))
    vectors, places = [], collections.defaultdict(list)
    for index, article in enumerate(articles):
        vector = {w: n * math.log(len(articles) / frequency[w]) for w, n in
                  collections.Counter(WORD.findall(article["text"].lower())).items() if 1 < frequency[w] < len(articles) / 10}
        norm = math.sqrt(sum(v * v for v in vector.values())) or 1
        vectors.append({w: v / norm for w, v in vector.items()})
        for word, value in vectors[-1].items():
            places[word].append((index, value))
    for index, vector in enumerate(vectors):
        scores = collections.Counter()
        for word, value in vector.items():
            for other, weight in places[word]:
                scores[other] += value * weight
        del scores[index]
        for other, _ in scores.most_common(count):
            yield tuple(sorted((index, other)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--dump", default=str(ROOT / "build-release/dump_stories"))
    parser.add_argument("--real", action="store_true", help="print the pairs of the input that resemble each other or were found")
    options = parser.parse_args()
    rng = random.Random(1)
    articles = [json.loads(line) for path in options.articles for line in open(path, encoding="utf8") if line.strip()]
    articles = [dict(a, id=f"{n}") for n, a in enumerate(articles) if len(WORD.findall(a["text"])) >= 20]

    right = total = 0
    by_edit = collections.defaultdict(lambda: [0, 0])
    edited = []
    for article in (a for a in articles if len(SENTENCE_END.split(a["text"])) >= 6):
        for name, text in edits(article, articles, rng):
            edited.append((name, article, dict(article, id=article["id"] + "-" + name, text=text)))
    for name in dict.fromkeys(e[0] for e in edited):
        pairs = [(a, e) for n, a, e in edited if n == name]
        # Each pair for itself: in a set of its own with articles between which nothing can chain.
        found = stories_of([x for a, e in pairs for x in (a, e)], options.dump)
        hits = sum(found[a["id"]] == found[e["id"]] for a, e in pairs)
        print(f"{name:34} {hits:6} of {len(pairs):6} found, recall {hits / len(pairs):.3f}")
        right, total = right + hits, total + len(pairs)
    if total:
        print(f"{'all edits':34} {right:6} of {total:6} found, recall {right / total:.3f}\n")

    real = resembling(articles, 0.3)
    found = stories_of(articles, options.dump)
    groups = collections.defaultdict(list)
    for index, article in enumerate(articles):
        groups[found[article["id"]]].append(index)
    joined = {pair for group in groups.values() for pair in itertools.combinations(group, 2)}
    topic = set(neighbours(articles)) - real.keys()
    print(f"input: {len(articles)} articles, {len(real)} pairs that share 30 % of their runs, of which "
          f"{len(real.keys() & joined)} found")
    for least in (0.4, 0.5, 0.6, 0.8):
        pairs = {p for p, share in real.items() if share >= least}
        if pairs:
            print(f"  from {least:.0%} on: {len(pairs & joined)} of {len(pairs)}")
    print(f"same topic, not the same text: {len(topic & joined)} of {len(topic)} pairs taken for one story")
    print(f"found in all: {len(joined)} pairs, of which {len(joined - real.keys())} share less than 30 %")
    if options.real:
        for pair in sorted(real.keys() | joined, key=lambda p: -real.get(p, 0)):
            texts = [" ".join(articles[i]["text"].split())[:100] for i in pair]
            print(f"{real.get(pair, 0):.2f} {'found' if pair in joined else '-':5} {texts[0]} | {texts[1]}")


if __name__ == "__main__":
    main()
