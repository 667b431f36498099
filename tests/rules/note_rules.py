# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every code of the core and the worker has one English sentence, and every sentence has a code."""

import ast
import re
import unittest

from sources import ROOT, files

SENTENCE = re.compile(
    r'Sentence\{\s*"([a-z0-9-]+)",\s*QT_TRANSLATE_NOOP\(\s*"Inferometer",\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)'
)
CODE_CONSTANT = re.compile(r'std::string_view (\w+)\s*=\s*"([a-z0-9-]+)"')
REASON = re.compile(r'constexpr Reason (\w+)\{\s*"([a-z0-9-]+)", (\d+)\}')
# Codes written where they are used.
NOTE_LITERAL = re.compile(r'Note\{\s*(?:std::string\()?"([a-z0-9-]+)"')
WORD = re.compile(r'Word<(\w+)>\{\s*\w+::\w+,\s*"([^"]+)"\s*\}')


def text_of(path):
    return (ROOT / path).read_text()


def sentences(*paths):
    """Pairs of code and English text in the tables of the given sources."""
    found = []
    for path in paths:
        for code, literals in SENTENCE.findall(text_of(path)):
            found.append((code, "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals))))
    return found


def table(name):
    """The codes of one table of text/names.cpp."""
    source = text_of("text/names.cpp")
    start = source.index(f"std::array {name}{{")
    return {code for code, _ in SENTENCE.findall(source[start : source.index("\n};", start)])}


def words(enumeration, *paths):
    """The words of an enumeration."""
    return {word for path in paths for owner, word in WORD.findall(text_of(path)) if owner == enumeration}


# Codes that are put together: a prefix and a word of an enumeration.
FAMILIES = {
    "cell-": ("Outcome", "core/plan/outcome.h"),
    "verdict-": ("Verdict", "core/stats/verdict.h"),
    "standing-": ("Standing", "core/study/report/claims.h"),
    "excluded-": None,  # cut off again where the rest is a code of its own
}


def expanded(code):
    """The codes that a constant stands for: itself, or a whole family."""
    if not code.endswith("-"):
        return {code}
    family = FAMILIES[code]
    return {code + word for word in words(*family)} if family else set()


def core_codes():
    """Codes of notes that C++ gives out, by where they are defined or used."""
    found = {}
    for path in files(".h", ".cpp", below=("core", "app", "ui")):
        text = text_of(path)
        if path.endswith("note_codes.h"):
            for _, code in CODE_CONSTANT.findall(text):
                found |= dict.fromkeys(expanded(code), path)
        found |= {code: path for _, code, _ in REASON.findall(text)}
        found |= dict.fromkeys(NOTE_LITERAL.findall(text), path)
        if path.endswith(("doctor.cpp", "fonts.cpp")):
            found |= dict.fromkeys(doctor_codes(text), path)
    return found


def doctor_codes(text):
    """Findings (at least two words; single words are topics and keys) and remedies, which follow the arguments."""
    codes = set(re.findall(r'(?:finding|remedy) = \{"([a-z-]+)"', text))
    if "Check check(" in text:
        codes |= set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', text)) | set(re.findall(r'\},\s*"([a-z-]+)"', text))
    return codes


def worker_codes():
    """Reasons and notes of the Python worker."""
    found = {}
    for path in files(".py", below=("core/worker/inferometer_worker",)):
        for node in ast.walk(ast.parse(text_of(path))):
            if isinstance(node, ast.Assign) and any(getattr(name, "id", "") == "OUTCOMES" for name in node.targets):
                found |= {key.value: path for key in node.value.keys}
            if isinstance(node, ast.Dict):
                for key, value in zip(node.keys, node.values, strict=True):
                    if getattr(key, "value", None) == "code" and isinstance(value, ast.Constant):
                        found[value.value] = path
    return found


def worker_steps():
    """Steps that the worker announces."""
    found = set()
    for path in files(".py", below=("core/worker/inferometer_worker",)):
        found |= set(re.findall(r'\bsay\("([a-z-]+)"\)', text_of(path)))
    return found


NOTE_TABLES = [path for path in files(".cpp", below=("text",)) if path.endswith(("_notes.cpp", "study_text.cpp"))]


class Notes(unittest.TestCase):
    maxDiff = None

    def test_every_code_has_a_sentence(self):
        known = {code for code, _ in sentences(*NOTE_TABLES)}
        missing = [f"{path}: {code}" for code, path in (core_codes() | worker_codes()).items() if code not in known]
        self.assertEqual(missing, [], "no sentence in text/")

    def test_every_sentence_has_a_code(self):
        given = core_codes().keys() | worker_codes().keys()
        self.assertEqual(
            [code for code, _ in sentences(*NOTE_TABLES) if code not in given], [], "nothing gives these out"
        )

    def test_every_sentence_stands_once(self):
        codes = [code for code, _ in sentences(*NOTE_TABLES)]
        self.assertEqual(sorted(codes), sorted(set(codes)))

    def test_sentences_ask_for_no_more_arguments_than_there_are(self):
        english = dict(sentences(*NOTE_TABLES))
        for path in files(".h", below=("core",)):
            for _, code, count in REASON.findall(text_of(path)):
                places = [int(place) for place in re.findall(r"%(\d)", english.get(code, ""))]
                self.assertLessEqual(max(places, default=0), int(count), code)

    def test_sentences_are_sentences(self):
        for code, text in sentences(*NOTE_TABLES):
            self.assertRegex(text, r"^['A-Z%a-z]", code)
            self.assertNotRegex(text, r"  |\s$|^\s", code)


class Names(unittest.TestCase):
    def test_every_word_has_a_name(self):
        for enumeration, path, name in (
            ("Outcome", "core/plan/outcome.h", "outcomeTable"),
            ("Verdict", "core/stats/verdict.h", "verdictTable"),
            ("StopReason", "core/measure/stop_rule.h", "stopTable"),
            ("CheckState", "core/run/doctor.h", "stateTable"),
        ):
            self.assertEqual(words(enumeration, path), table(name), enumeration)

    def test_every_step_has_a_name(self):
        # Those of the run itself are listed where Progress is.
        own = {"start", "download", "set-up", "probe", "cooldown", "wait-space", "wait-cache"}
        self.assertLessEqual(own, set(re.findall(r"[a-z-]+", text_of("core/run/sweep_observer.h"))))
        self.assertEqual(words("Phase", "core/protocol/runner_messages.h") | worker_steps() | own, table("stepTable"))

    def test_every_topic_of_the_doctor_has_a_name(self):
        topics = set(re.findall(r'\bcheck\(\s*"([a-z]+)"', text_of("core/run/doctor.cpp")))
        topics |= set(re.findall(r'topic = "([a-z]+)"', text_of("app/cli/fonts.cpp")))
        topics |= set(re.findall(r'\{"([a-z]+)", CheckState::', text_of("core/run/doctor.cpp")))
        self.assertEqual(topics, table("topicTable"))


if __name__ == "__main__":
    unittest.main()
