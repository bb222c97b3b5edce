"""What goes under the number of a supplement that the station refused: numbers have no gaps, so the later ones need it."""

from __future__ import annotations

from desktop.domain.alert.alert import Supplement
from desktop.domain.alert.supplement import write_supplement

WORDS = "（这一条没有被接收；有更正时会另发一条。）"
"""Never changed: the same refused supplement must give the same bytes in every version of this program."""


def filler(refused: Supplement) -> Supplement:
    """Return a fact that says only that this number's content was not accepted; unsigned, and the same bytes every time."""
    return write_supplement(
        alert_id=refused.alert_id,
        n=refused.n,
        kind="fact",
        made_at=refused.made_at,
        member_id=None,
        sign=None,
        text=WORDS,
    )
