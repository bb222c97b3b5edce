"""Reading the body of a desk call: every wrong field is named at once."""

from collections.abc import Mapping, Sequence
from typing import Any

from station.application.errors import Refused
from station.domain.findings import FieldError


class DeskForm:
    """A JSON object being read; `done()` refuses it with everything that was wrong."""

    def __init__(self, body: Mapping[str, Any]) -> None:
        self._body = body
        self.errors: list[FieldError] = []

    def text(self, name: str, label: str, *, most: int, least: int = 1, default: str | None = None) -> str:
        """Return a trimmed text; `default` stands in for a missing or empty one. `label` is the field's Chinese name."""
        value = self._body.get(name)
        if value is None or (isinstance(value, str) and not value.strip()):
            if default is not None:
                return default
            self.wrong(name, "required", f"Fill in {name}.", f"请填写{label}。")
            return ""
        if not isinstance(value, str) or not least <= len(value.strip()) <= most:
            self.wrong(
                name, "length", f"{name} needs {least} to {most} characters.", f"{label}应为{least}至{most}个字。"
            )
            return ""
        return value.strip()

    def choice(self, name: str, label: str, options: Sequence[str]) -> str:
        """Return one of the options."""
        value = self._body.get(name)
        if value not in options:
            self.wrong(name, "enum", f"{name} is one of {', '.join(options)}.", f"请选择{label}。")
            return options[0]
        return str(value)

    def flag(self, name: str) -> bool:
        """Return a yes or no; missing is no."""
        value = self._body.get(name, False)
        if not isinstance(value, bool):
            self.wrong(name, "type", f"{name} is true or false.", f"{name} 应为 true 或 false。")
            return False
        return value

    def items(self, name: str) -> list[Any]:
        """Return a list; missing is empty."""
        value = self._body.get(name) or []
        if not isinstance(value, list) or len(value) > 50:
            self.wrong(name, "type", f"{name} is a list of at most 50.", f"{name} 应为最多 50 项的列表。")
            return []
        return value

    def get(self, name: str) -> Any:
        """Return a member as it came."""
        return self._body.get(name)

    def wrong(self, name: str, code: str, detail: str, detail_zh: str) -> None:
        """Remember one wrong field."""
        self.errors.append(FieldError(f"/{name}", code, detail, detail_zh))

    def done(self) -> None:
        """Raise Refused("invalid-request") when anything was wrong."""
        if self.errors:
            raise Refused("invalid-request", errors=self.errors)
