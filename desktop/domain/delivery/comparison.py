"""Whether the delivered letters are known to stand at the station as it is now; after its restore it must be asked.

A receipt proves that a letter stood in the station's database of one epoch. A restored station has a new epoch and may have
lost it. So a letter counts as safe when its receipt is of the present epoch, or a whole comparison in that epoch found it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Comparison:
    """`epoch` is the one in which all letters were last found ("" before that); `asked` counts the reasons to look again,
    `answered` those a whole comparison has dealt with.

    Reasons are counted and not only flagged: one that comes while a comparison runs must survive its end.
    """

    epoch: str = ""
    asked: int = 0
    answered: int = 0

    @property
    def due(self) -> bool:
        """Whether the station is still to be asked."""
        return self.asked != self.answered


def ask(known: Comparison) -> Comparison:
    """Return one more reason to compare."""
    return replace(known, asked=known.asked + 1)


def after_page(known: Comparison, epoch: str, *, strangers: bool) -> Comparison:
    """Return what a feed page of another epoch than the one read before means; `strangers`: receipts of other epochs exist."""
    if known.due or known.epoch == epoch:
        return known
    return ask(known) if strangers else replace(known, epoch=epoch)


def after_receipt(known: Comparison, receipt_epoch: str, read_epoch: str) -> Comparison:
    """Return what a receipt booked now means; `read_epoch` is the one the feed was last read in, "" when not known.

    Its letter may have missed the comparison: it was under way while the station was asked about the others.
    """
    if receipt_epoch == read_epoch:
        return known
    if not known.due and (receipt_epoch == known.epoch or not (known.epoch or read_epoch)):
        # Of the epoch compared last, or nothing was read yet: the first page looks at every receipt.
        return known
    return ask(known)


def after_comparison(began: Comparison, known: Comparison, epoch: str) -> Comparison:
    """Return what a whole comparison, answered in one epoch, leaves to ask; `began` is what its start knew."""
    if known.asked != began.asked:
        return known
    return Comparison(epoch, asked=known.asked, answered=known.asked)
