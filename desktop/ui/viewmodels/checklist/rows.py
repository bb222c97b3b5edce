"""In which order a checklist's questions stand on the page: quick screen first, then sections, follow-ups under their parent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from redflags import Answer, Definition, visible_questions
from redflags.facts import Transaction


@dataclass(frozen=True, slots=True)
class Row:
    """One question and how far it is set in under its parent."""

    id: str
    depth: int


@dataclass(frozen=True, slots=True)
class Block:
    """A titled run of rows; `id` is `quick` or the section's."""

    id: str
    rows: tuple[Row, ...]


QUICK = "quick"


def blocks_of(
    definition: Definition, answers: Mapping[str, Answer], tx: Transaction | None = None
) -> tuple[Block, ...]:
    """Return every visible question exactly once, in the order it is shown."""
    families = _families(definition, answers, tx)
    quick = [row for key in definition.quick_screen for row in families.get(key, ())]
    blocks = [Block(QUICK, tuple(quick))]
    for section in definition.sections:
        rows = [row for key in section.questions if key not in definition.quick_screen for row in families.get(key, ())]
        blocks.append(Block(section.id, tuple(rows)))
    orphans = families.get("", ())
    if orphans:
        blocks[-1] = Block(blocks[-1].id, (*blocks[-1].rows, *orphans))
    return tuple(block for block in blocks if block.rows)


def _families(
    definition: Definition, answers: Mapping[str, Answer], tx: Transaction | None
) -> dict[str, tuple[Row, ...]]:
    top = {key for section in definition.sections for key in section.questions}
    families: dict[str, list[Row]] = {}
    depths: dict[str, int] = {}
    head = ""
    for key in visible_questions(definition, answers, tx):
        if key in top:
            head, depths = key, {key: 0}
        else:
            parents = definition.questions[key].parents
            near = [depths[parent] for parent in parents if parent in depths and answers.get(parent) == Answer.YES]
            depths[key] = min(near, default=0) + 1
        families.setdefault(head, []).append(Row(key, depths[key]))
    return {key: tuple(rows) for key, rows in families.items()}
