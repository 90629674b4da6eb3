"""Other programs on the same articles: how fast they are, and how much of what they should find they do find.

Speed is processor time, on one core, without start-up: what a run on one short article takes is subtracted. Fast programs
get the articles twenty times, so that the clock sees them. Quality is measured for founder_of, ceo_of and acquired only,
since that is what the peers have rules for, and in English only.
"""
import collections
import json
import os
import pathlib
import re
import subprocess
import sys

from peers import openie

BENCH = pathlib.Path(__file__).resolve().parent
TYPES = ("founder_of", "ceo_of", "acquired")
SHORT = {"id": "short", "lang": "en", "text": "Nothing happened."}
FAST_TIMES = 20

# A program: how often it gets the articles, the command for a file of articles with standard input and output, and its
# records of articles and output (None: it gives none).
Program = collections.namedtuple("Program", "name times command records")


def lines_of(articles):
    return "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles)


def own_records(_, output):
    return [json.loads(line) for line in output.splitlines()]


def programs(relata, folder):
    """All that are there; says what is not."""
    def openie_command(path, articles):
        texts = folder / f"texts-{path.stem}"
        texts.mkdir(exist_ok=True)
        return openie.command(classes, openie.write_texts(articles, texts))

    yield Program("wc -w", FAST_TIMES, lambda path, _: ["wc", "-w", path], None)
    scan = pathlib.Path(relata).with_name("bench_re2_scan")
    if scan.exists():
        yield Program("RE2 scan", FAST_TIMES, lambda path, _: [scan, path], None)
    else:
        print("No RE2 scan: build with -DRELATA_BENCH=ON", file=sys.stderr)
    yield Program("relata extract", FAST_TIMES, lambda path, _: [relata, "extract", path, "-q", "-j", "1"], own_records)
    python = BENCH.parent / ".venv-bench/bin/python"
    if python.exists():
        yield Program("spaCy", 1, lambda path, _: [python, BENCH / "peers/spacy_relations.py", path], own_records)
    else:
        print("No spaCy: python3 -m venv .venv-bench && .venv-bench/bin/pip install -r bench/peers/requirements.txt",
              file=sys.stderr)
    classes = openie.class_path()
    if classes is not None:
        yield Program("CoreNLP OpenIE", 1, openie_command, openie.records)
    else:
        print("No CoreNLP: Maven or Maven Central is not there", file=sys.stderr)


def run(program, articles, path):
    """Processor seconds and output of one run."""
    path.write_text(lines_of(articles), encoding="utf8")
    output = path.with_suffix(".out")
    environment = {**os.environ, "LC_ALL": "C", "OMP_NUM_THREADS": "1"}
    with open(output, "wb") as out, open(path.with_suffix(".err"), "wb") as messages:
        process = subprocess.Popen([str(word) for word in program.command(path, articles)], stdout=out, stderr=messages,
                                   env=environment)
        _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):  # 1: found nothing
        sys.exit(f"{program.name} failed: {path.with_suffix('.err').read_text()}")
    return usage.ru_utime + usage.ru_stime, output.read_text(encoding="utf8")


# -- Quality ------------------------------------------------------------------------------------------------------------

FORM = re.compile(r"[ ,]+(inc|corp|corporation|company|co|ltd|limited|llc|plc|gmbh|ag|se|kg|kgaa|sa|nv|ab|oy|spa|group|holdings?)\.?$")


def normal(name):
    """A name without case, quotation marks, leading article and legal form."""
    name = re.sub(r"[\"“”„«»‚‘’']+", "", name).casefold().strip()
    name = re.sub(r"^(the|an?)\s+", "", name)
    while (shorter := FORM.sub("", name)) != name:
        name = shorter
    return re.sub(r"\s+", " ", name).strip(" .,")


def names_of(article, name):
    for entity in article["entities"]:
        if entity["name"] == name:
            return {normal(alias) for alias in (name, *entity.get("aliases", ()))}
    return {normal(name)}


def score(gold, records):
    """Precision, recall and F1. Relations that are optional in the gold neither help nor hurt."""
    found = collections.defaultdict(set)
    for record in records:
        if record["type"] in TYPES and record["subject"]["name"] and record["object"]["name"]:
            found[record["doc"]].add((record["type"], normal(record["subject"]["name"]), normal(record["object"]["name"])))
    right = wanted = wrong = 0
    for article in gold:
        left = set(found[article["id"]])
        for relation in article["relations"]:
            if relation["type"] not in TYPES:
                continue
            subjects, objects = names_of(article, relation["subject"]), names_of(article, relation["object"])
            hits = {f for f in found[article["id"]] if f[0] == relation["type"] and f[1] in subjects and f[2] in objects}
            left -= hits
            if not relation.get("optional"):
                wanted += 1
                right += bool(hits)
        wrong += len(left)
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / wanted if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


# -- The table ----------------------------------------------------------------------------------------------------------

def english(articles, size):
    """The first articles in English, up to about so many bytes."""
    chosen = []
    for article in articles:
        if article.get("lang", "en") == "en" and size > 0:
            chosen.append({"id": article["id"], "lang": "en", "text": article["text"]})
            size -= len(article["text"].encode())
    return chosen


def compare(articles, gold, relata, size, folder):
    articles, gold = english(articles, size), [article for article in gold if article.get("lang", "en") == "en"]
    megabytes = len(lines_of(articles).encode()) / 1e6
    print(f"\n{len(articles)} English articles, {megabytes:.2f} MB; quality on {len(gold)} annotated ones: {', '.join(TYPES)}")
    print(f"{'':<16}{'MB/s':>9}{'x wc':>10}{'x relata':>10}{'precision':>11}{'recall':>8}{'F1':>7}")
    rows = {}
    for program in programs(relata, folder):
        start, _ = run(program, [SHORT], folder / "short.jsonl")
        total, _ = run(program, articles * program.times, folder / "articles.jsonl")
        speed = megabytes * program.times / max(total - start, 1e-3)
        quality = ""
        if program.records is not None:
            _, output = run(program, gold, folder / "gold.jsonl")
            quality = "{:>11.3f}{:>8.3f}{:>7.3f}".format(*score(gold, program.records(gold, output)))
        rows[program.name] = speed, quality
    for name, (speed, quality) in rows.items():
        print(f"{name:<16}{speed:>9.3f}{speed / rows['wc -w'][0]:>10.5f}{speed / rows['relata extract'][0]:>10.5f}{quality}")
