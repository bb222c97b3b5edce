"""The checklists' words, read from the published definitions (the port `Wording`)."""

from functools import cached_property
from pathlib import Path

from redflags import Definition, DefinitionError, Text, load_definition, load_definitions

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "checklists"


class ChecklistWording:
    """Looks texts up in the six definitions; they are read at the first question, not at the station's start."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder

    def item(self, setting: str, item_id: str) -> tuple[str, str]:
        """Return the (zh, en) text of a question, mitigator or rule; the id itself twice when it is not known."""
        for definition in self._ordered(setting):
            for known in (definition.questions, definition.mitigators, definition.rules):
                if item_id in known:
                    return _pair(known[item_id].text)
        return item_id, item_id

    def scam_type(self, scam_id: str) -> tuple[str, str]:
        """Return the (zh, en) name of a fraud pattern; the id itself twice when it is not known."""
        for definition in self._definitions.values():
            if scam_id in definition.scam_types:
                return _pair(definition.scam_types[scam_id].name)
        return scam_id, scam_id

    def definition_error(self, setting: str, definition: object) -> tuple[str, str] | None:
        """Return why a definition cannot be published for `setting` in (zh, en), None when it can."""
        if not isinstance(definition, dict):
            return "定义应为一个对象。", "a definition is a JSON object."
        try:
            loaded = load_definition(definition)
        except DefinitionError as error:
            return error.zh, error.en
        if loaded.setting != setting:
            return f"这是场景 {loaded.setting} 的定义。", f"it is the definition of {loaded.setting}."
        return None

    def _ordered(self, setting: str) -> list[Definition]:
        # The alert's own checklist first: an id may be shared between settings with slightly other words.
        return sorted(self._definitions.values(), key=lambda definition: definition.setting != setting)

    @cached_property
    def _definitions(self) -> dict[str, Definition]:
        return load_definitions(self._folder)


def _pair(text: Text) -> tuple[str, str]:
    return text.zh, text.en
