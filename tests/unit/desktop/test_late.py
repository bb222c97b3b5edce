"""Use cases that are made when they are first asked for."""

from __future__ import annotations

import threading
from dataclasses import fields, replace

import pytest

from desktop.application.care_services import Care, Network
from desktop.application.errors import StorageFailed
from desktop.application.services import Bulletins
from desktop.wiring.late import Once, late, late_care


def _never() -> Bulletins:
    raise AssertionError("nobody asked")


def test_a_group_is_made_with_its_first_call_and_once() -> None:
    made: list[Bulletins] = []

    def make() -> Bulletins:
        made.append(Bulletins(shelf=lambda: "shelf", mark_read=lambda *given: given))  # type: ignore[arg-type, return-value] # shapes do not matter here
        return made[-1]

    group = late(Bulletins, make)
    assert made == []
    assert [group.shelf(), group.mark_read("blt_1", None), group.shelf()] == ["shelf", ("blt_1", None), "shelf"]
    assert len(made) == 1


def test_two_threads_get_the_same_thing() -> None:
    made: list[object] = []
    together = threading.Barrier(4)
    got: list[object] = []

    def make() -> object:
        made.append(object())
        return made[-1]

    once = Once(make)

    def ask() -> None:
        together.wait()
        got.append(once())

    threads = [threading.Thread(target=ask) for _asker in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == made * 4


def test_what_could_not_be_made_is_tried_again() -> None:
    answers: list[Exception | str] = [StorageFailed("full"), "made"]

    def make() -> str:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    once = Once(make)
    with pytest.raises(StorageFailed):
        once()
    assert once() == "made"


def test_one_use_case_can_be_put_in_anothers_place() -> None:
    group = replace(late(Bulletins, _never), mark_read=lambda *_given: None)  # type: ignore[arg-type] # as above
    assert group.mark_read("blt_1", None) is None


def test_every_part_of_the_settings_is_there_before_any_is_made() -> None:
    care = late_care(lambda: pytest.fail("nobody asked"))
    assert all(getattr(care, one.name) is not None for one in fields(Care))
    assert all(callable(getattr(care.network, one.name)) for one in fields(Network))
