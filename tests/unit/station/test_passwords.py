"""What guessing an officer's password costs; the tests of the desk make it cheap."""

from __future__ import annotations

import pytest

from station.adapters.passwords import MADE_UP, Argon2Passwords


def test_a_password_has_the_full_cost() -> None:
    assert Argon2Passwords().hash("correct horse battery").startswith("$argon2id$v=19$m=19456,t=2,p=1$")


@pytest.mark.parametrize("cost", [(), MADE_UP])
def test_only_the_right_password_matches_whatever_it_costs(cost: tuple[int, ...]) -> None:
    phc = Argon2Passwords(*cost).hash("correct horse battery")
    assert Argon2Passwords().matches("correct horse battery", phc)
    assert not Argon2Passwords().matches("correct horse batterY", phc)
