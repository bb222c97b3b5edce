"""Follow-ups: shown, placed and counted only under a parent that is yes; and when too little is known."""

from __future__ import annotations

from redflags import Answer, Track, Transaction, parse_facts, shown_answers, visible_questions
from tests.unit.redflags.support import definitions, judge

GOLD = definitions()["gold_shop"]
ALWAYS = [question.id for question in GOLD.questions.values() if not question.parents]
THREE_LEGS = {"payments": [{"method": "card"}] * 3}


def shown(*yes: str, tx: Transaction | None = None) -> tuple[str, ...]:
    """Visible questions with some answered yes."""
    return visible_questions(GOLD, dict.fromkeys(yes, Answer.YES), tx or Transaction())


def test_without_answers_every_question_without_a_parent_is_shown_in_section_order() -> None:
    assert list(shown()) == ALWAYS
    assert [key for section in GOLD.sections for key in section.questions] == ALWAYS


def test_a_follow_up_stands_right_after_its_first_yes_parent() -> None:
    live = shown("g-guided-live")
    start = live.index("g-guided-live")
    assert live[start : start + 4] == ("g-guided-live", "g-helper-who", "g-screen-share", "g-camera-told")
    secret = shown("g-secrecy")
    assert secret[secret.index("g-secrecy") + 1] == "g-family-unaware"
    both = shown("g-secrecy", "g-elder-alone")
    assert both[both.index("g-elder-alone") + 1] == "g-family-unaware"
    assert both.count("g-family-unaware") == 1


def test_a_transaction_rule_opens_its_follow_up_too() -> None:
    tx = parse_facts({"tx": THREE_LEGS}, GOLD).tx
    assert "g-wait-for-funds" in shown(tx=tx)
    assert "g-wait-for-funds" not in shown()
    assert "g-repeat-days" in shown(tx=Transaction(last7d_count=2))
    assert judge("g-wait-for-funds g-agent-weak", tx=THREE_LEGS).scores[Track.MULE] == 11


def test_answers_without_their_parent_are_dropped_whatever_they_say() -> None:
    answers = {"g-helper-who": Answer.NO, "g-photo-report": Answer.YES, "m-occasion": Answer.YES}
    assert set(shown_answers(GOLD, answers)) == {"g-photo-report", "m-occasion"}
    assert set(shown_answers(GOLD, {**answers, "g-guided-live": Answer.YES})) == {*answers, "g-guided-live"}


def test_every_question_is_reachable_and_listed_once() -> None:
    for definition in definitions().values():
        everything = visible_questions(definition, dict.fromkeys(definition.questions, Answer.YES))
        assert sorted(everything) == sorted(definition.questions)
        assert sorted(definition.order) == sorted(definition.questions)


def test_insufficient_when_more_than_half_of_the_shown_items_are_unknown() -> None:
    inquiry = definitions()["courier_inquiry"]
    names = list(inquiry.questions)
    assert len(names) == 16
    assert not judge("", " ".join(names[:8])).insufficient
    assert judge("", " ".join(names[:7])).insufficient
    assert judge("qm-self-noticed", " ".join(names[:7])).insufficient
    assert (judge("q-paid-already").insufficient, judge("q-paid-already").level.value) == (True, "urgent")


def test_an_opened_follow_up_counts_as_shown() -> None:
    names = [key for key in definitions()["courier_delivery"].questions if key != "d-where-now"]
    assert not judge("", " ".join(names[1:6])).insufficient
    assert not judge(names[0], " ".join(names[1:5])).insufficient
    assert judge(names[0], " ".join(names[1:4])).insufficient
