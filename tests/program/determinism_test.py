"""The same graph whatever the number of threads, the order of the inputs and the way there."""
import json
import random

import support
from support import ARTICLES

NAMES = ["Acme", "Globex", "Initech", "Umbrella", "Hooli", "Stark", "Wayne", "Tyrell", "Cyberdyne", "Wonka"]


def many_articles(count):
    """Articles that say much about few companies, so that merging has work to do."""
    chance = random.Random(7)
    articles = []
    for i in range(count):
        a, b = chance.sample(NAMES, 2)
        person = chance.choice(["Jane Roe", "John Doe", "Mary Major", "Max Muster"])
        text = (f"{a} Inc has acquired {b} for ${chance.randint(1, 9)} million. {person} is the chief executive of {a}. "
                f"{b} was founded in {chance.randint(1990, 2020)} by {person}.")
        articles.append({"id": f"doc-{i}", "lang": "en", "date": f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
                         "url": f"https://outlet{i % 7}.example/{i}", "source": f"Outlet {i % 7}", "text": text})
    return articles + ARTICLES


class Determinism(support.ProgramTest):
    def test_threads_do_not_matter(self):
        self.write_articles(articles=many_articles(400))
        outputs = {self.relata("extract", "articles.jsonl", "-j", n) for n in (1, 2, 8)}
        self.assertEqual(len(outputs), 1)
        graphs = set()
        for n in (1, 2, 8):
            self.relata("build", "articles.jsonl", "-o", f"{n}.relata", "-j", n, "-q")
            graphs.add(self.exported(f"{n}.relata") + self.exported(f"{n}.relata", "graphml"))
        self.assertEqual(len(graphs), 1)

    def test_order_and_division_of_the_inputs_do_not_matter(self):
        articles = many_articles(120)
        self.write_articles(articles=articles)
        self.relata("build", "articles.jsonl", "-o", "one.relata", "-q")
        random.Random(3).shuffle(articles)
        # The same file name, because it is part of the evidence.
        self.write_articles("articles.jsonl", articles[:50])
        self.relata("build", "articles.jsonl", "-o", "two.relata", "-q")
        self.write_articles("articles.jsonl", articles[50:])
        self.relata("build", "articles.jsonl", "-o", "two.relata", "-q")
        for format in ("json", "graphml", "cypher"):
            self.assertEqual(self.exported("one.relata", format), self.exported("two.relata", format))

    def test_the_same_articles_again_change_nothing(self):
        graph = self.build()
        before = self.exported(graph)
        self.relata("build", "articles.jsonl", "-o", graph, "-q")
        self.assertEqual(before, self.exported(graph))

    def test_an_input_that_holds_its_articles_twice_gives_the_same_graph(self):
        articles = many_articles(60)
        self.write_articles(articles=articles)
        self.relata("build", "articles.jsonl", "-o", "once.relata", "-q")
        self.write_articles(articles=articles + articles[::-1])
        self.relata("build", "articles.jsonl", "-o", "twice.relata", "-q")
        self.assertEqual(self.exported("once.relata"), self.exported("twice.relata"))

    def test_rules_overlay_adds(self):
        self.write_articles(articles=[{"id": "x", "lang": "en", "text": "Acme frobnicates Globex."}])
        self.relata("extract", "articles.jsonl", status=1)
        self.write("rules/en/mine.rules", "rule acquired.en.mine\n  match a:org @frobnicates b:org\n  emit acquired(a, b)\n"
                                          "  + [Acme:org] frobnicates [Globex:org]. -> acquired(Acme, Globex)\n"
                                          "  - [Acme:org] likes [Globex:org].\n")
        self.write("rules/lists/known_org.txt", "Acme\nGlobex\n")
        self.assertIn("acquired.en.mine", self.relata("extract", "articles.jsonl", "--rules", "rules"))
        self.assertIn("acquired.en.mine", self.relata("rules", "list", "--rules", "rules"))


if __name__ == "__main__":
    support.main()
