"""The words of the checklists, for people who read reasons and not ids; and whether a new checklist is sound."""

from typing import Protocol


class Wording(Protocol):
    """Names of questions, rules and fraud patterns by id; `setting` picks the checklist."""

    def item(self, setting: str, item_id: str) -> tuple[str, str]:
        """Return the (zh, en) text of a question, mitigator or rule; the id itself twice when it is not known."""

    def scam_type(self, scam_id: str) -> tuple[str, str]:
        """Return the (zh, en) name of a fraud pattern; the id itself twice when it is not known."""

    def definition_error(self, setting: str, definition: object) -> tuple[str, str] | None:
        """Return why a definition cannot be published for `setting` in (zh, en), None when it can."""
