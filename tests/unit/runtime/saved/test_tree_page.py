"""Laws of the readable file of a flow: what was advised stands as it was advised, and every answer in words."""

from aids.compiler.saved_texts import words_hash
from aids.runtime.engine import consult
from aids.runtime.saved import read_saved
from aids.runtime.saved_tree import day_of, given_of, page_of
from aids.runtime.saved_values import LAST_DAY
from tests.saved_cases import DOCUMENT, FULL, TEXTS, TODAY, TREE, case


def test_the_page_shows_answers_and_advice_in_words() -> None:
    """Questions, labels, duties, outcomes and advice stand on it; no id where the tree has words."""
    saved = case(FULL, notes={"gevaar": "Zelf gezien.", "gesprek": "Volgt."})
    page = page_of(TREE, TEXTS, saved)
    assert read_saved(page, "a.html")[0] == saved
    for question in TREE.questions:
        if question.id in FULL:
            assert TEXTS["questions"][question.id]["ask"] in page
    for text in ("Zelf gezien.", "Volgt.", "1 maart 2027", "2,5", "Niet gedaan", "22 november 2026"):
        assert text in page
    for item in saved["given"]["advice"]:
        assert TEXTS["advice"][item["id"]]["title"] in page
    assert TEXTS["judgement"] in page


def test_what_was_advised_is_not_weighed_anew() -> None:
    """The page shows the advice that the document has, also where the rules would give another now."""
    advice = [{"id": "bel-112", "certainty": "certain", "urgency": "nu"}, {"id": "wacht"}, {"id": "weg"}]
    page = page_of(TREE, TEXTS, case({"gevaar": "nee"}, given={"advice": advice}))
    assert f"{TEXTS['urgencies']['nu']}: {TEXTS['advice']['bel-112']['title']}" in page
    assert "Dit kon er nog bij komen:" in page
    certain = [{"id": "weg", "certainty": "certain"}]
    assert "<h3>weg</h3>" in page_of(TREE, TEXTS, case({}, given={"advice": certain}))


def test_nothing_certain_is_said_and_open_questions_make_it_provisional() -> None:
    """Without certain advice the page says so; as long as a question is open it is provisional."""
    page = page_of(TREE, TEXTS, case({}, given={}))
    assert "Er stond nog geen advies vast." in page
    assert "Dit was voorlopig" in page
    assert "Vragen en antwoorden" not in page
    assert "Dit was voorlopig" not in page_of(TREE, TEXTS, case({**FULL, "toelichting": None, "gevaar": "ja"}))


def test_an_answer_that_does_not_count_says_so() -> None:
    """An answer to a question that does not apply is shown, with the remark that it did not count."""
    page = page_of(TREE, TEXTS, case({"gevaar": "ja", "aantal": 3, "toelichting": None, "bezoek": ""}))
    assert "telde niet mee" in page
    assert "Leeg gelaten" in page


def test_decisions_show_what_they_came_to() -> None:
    """Outcomes stand in words with what their row says; one that did not apply is left out."""
    outcome = TEXTS["decisions"]["weging"]
    page = page_of(TREE, TEXTS, case(FULL))
    assert outcome["title"] in page
    assert "Melden mag altijd." in page
    assert outcome["title"] not in page_of(TREE, TEXTS, case({"gevaar": "ja"}))
    strange = {"decisions": {"weging": {"row": "X", "standing": {"melden": "raar"}}}}
    assert "raar" in page_of(TREE, TEXTS, case(FULL, given=strange))
    assert given_of(consult(TREE, {"gevaar": "ja"}, TODAY))["decisions"] == {"weging": "nvt"}


def test_the_day_is_never_in_the_future_of_what_is_unknown() -> None:
    """A document that does not say on which day it was reckoned is read as if every date had passed."""
    assert day_of(case({})) == TODAY
    assert day_of(case({}, today="")) == TODAY
    assert day_of(case({}, today="", saved="")) == LAST_DAY
    assert "die dag" in page_of(TREE, TEXTS, case({}, today="", saved=""))


def test_texts_without_the_tree_are_left_out() -> None:
    """A question that the texts do not have is not shown by its id."""
    texts = {**TEXTS, "questions": {}}
    page = page_of(TREE, texts, case(FULL))  # type: ignore[arg-type]
    assert "Vragen en antwoorden" not in page


def test_a_question_is_reworded_if_any_word_of_it_changes() -> None:
    """The hash of a question's words follows what a reader reads, and nothing else."""
    stamps = {words_hash(question) for question in DOCUMENT.questions}
    assert len(stamps) == len(DOCUMENT.questions)
