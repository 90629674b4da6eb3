"""CoreNLP's OpenIE: how to run it, and what its triples say of founders, CEOs and acquisitions.

OpenIE gives open relations, (Jane Roe; founded; Acme Inc.). The table below says which words between subject and object
mean which relation; triples with other words are left out.
"""
import pathlib
import re
import subprocess

POM = pathlib.Path(__file__).with_name("pom.xml")
# Relation type, whether the triple's subject is the relation's, and its words, as lemmas.
MEANINGS = [
    ("founder_of", True, re.compile(r"(be (the )?)?(co-?)?found(er of)?|(co-?)?establish|launch|start|create")),
    ("founder_of", False, re.compile(r"be (co-?)?found by|be (establish|launch|start|create) by|'s (co-?)?founder be")),
    ("ceo_of", True, re.compile(r"(be|become) (the )?(ceo|chief executive( officer)?|chief|boss|head) (of|at)")),
    ("ceo_of", False, re.compile(r"(have|'s) (ceo|(chief )?executive|boss)( be)?")),
    ("acquired", True, re.compile(r"((have|agree to|will|plan to|be to) )?(acquire|buy|purchase|take over)")),
    ("acquired", False, re.compile(r"(have )?be (acquire|buy|purchase|take over) by")),
]


def class_path():
    """Fetches CoreNLP with its models (480 MB) where it is not there yet; None where that does not work."""
    target = POM.with_name("class-path.txt")
    try:
        subprocess.run(["mvn", "-q", "-B", "-f", POM, "dependency:build-classpath", f"-Dmdep.outputFile={target}"], check=True,
                       capture_output=True, timeout=1800)
        return target.read_text()
    except (OSError, subprocess.SubprocessError):
        return None
    finally:
        target.unlink(missing_ok=True)


def write_texts(articles, folder):
    """The command's input: a file an article, named by its number, and the list of all."""
    names = []
    for number, article in enumerate(articles):
        path = folder / f"{number}.txt"
        path.write_text(article["text"], encoding="utf8")
        names.append(str(path))
    (folder / "list").write_text("\n".join(names) + "\n")
    return folder / "list"


def command(path, file_list):
    return ["java", "-Xmx4g", "-XX:+UseSerialGC", "-cp", path, "edu.stanford.nlp.naturalli.OpenIE", "-threads", "1",
            "-format", "reverb", "-filelist", str(file_list)]


def records(articles, triples):
    """Relation records of the triples, a line each: file, sentence, subject, relation, object, …, and the three as lemmas."""
    for line in triples.splitlines():
        columns = line.split("\t")
        if len(columns) != 17:
            continue
        number = int(pathlib.Path(columns[0]).stem)
        for type_, forward, words in MEANINGS:
            if words.fullmatch(columns[15].lower()):
                subject, object_ = (columns[2], columns[4]) if forward else (columns[4], columns[2])
                yield {"doc": articles[number]["id"], "type": type_, "subject": {"name": subject}, "object": {"name": object_}}
                break
