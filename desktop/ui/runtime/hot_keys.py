"""The keys of the whole app: shipped ones, changed ones, and which shortcuts follow them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class HotKey:
    """One action with its key as shipped; `twin` is a second key with the same meaning on other keyboards."""

    action: str
    shipped: str
    twin: str = ""


ACTIONS: tuple[HotKey, ...] = (
    HotKey("alarm", "F9"),
    HotKey("hide", "F8"),
    HotKey("submit", "Ctrl+Return", "Ctrl+Enter"),
    HotKey("release", "F7"),
    HotKey("lock", "Ctrl+L"),
    HotKey("help", "F1"),
    HotKey("find", "Ctrl+F"),
    HotKey("entry", "Ctrl+N"),
)
FIXED: frozenset[str] = frozenset(
    {"1", "2", "3", "Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown", "Tab", "Shift+Tab"}
    | {"Return", "Enter", "Esc", "Space", "Backspace", "Del", "Ins"}
)
"""Keys that answer questions and move about; no action may take them."""
_EDITING = ("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Z", "Ctrl+Y")
_KEYPAD = {"Ctrl+Return": "Ctrl+Enter"}
_SHIPPED = {one.action: one.shipped for one in ACTIONS}


class HotKeys(QObject):
    """Which key does what in this process; `changed` after `apply`, and every bound shortcut has followed by then."""

    changed = Signal()
    touched = Signal(str, object)  # action, the widget held instead of its key

    def __init__(self) -> None:
        super().__init__()
        self._own: dict[str, str] = {}

    def sequence(self, action: str) -> str:
        """Return an action's key in portable text, empty for an action nobody knows."""
        return self._own.get(action) or _SHIPPED.get(action, "")

    def text(self, action: str) -> str:
        """Return an action's key as people of this system write it."""
        return shown(self.sequence(action))

    def own(self) -> dict[str, str]:
        """Return only what differs from the keys as shipped."""
        return dict(self._own)

    def bind(
        self,
        action: str,
        owner: QWidget,
        slot: Callable[[], object],
        context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
    ) -> None:
        """Call `slot` on the action's key while `owner` lives and has the focus somewhere inside, or as `context` says."""
        for twin in (False, True):
            shortcut = _BoundKey(self, action, owner, twin=twin)
            shortcut.setContext(context)
            shortcut.activated.connect(slot)

    def apply(self, keys: Mapping[str, str]) -> None:
        """Use these keys; unknown actions, unusable keys and doubles fall back to the key as shipped."""
        usable = {action: normal(key) for action, key in keys.items() if action in _SHIPPED and not problem_with(key)}
        taken: set[str] = set()
        own: dict[str, str] = {}
        for one in ACTIONS:
            key = usable.get(one.action, "")
            if key and key != one.shipped and key not in taken and key not in _others(one.action, usable):
                own[one.action] = key
                taken.add(key)
        if own != self._own:
            self._own = own
            self.changed.emit()

    def holder(self, key: str, but: str = "") -> str:
        """Return the action that has a key now, other than `but`; empty when it is free."""
        wanted = normal(key)
        return next((one.action for one in ACTIONS if one.action != but and self.sequence(one.action) == wanted), "")


class _BoundKey(QShortcut):
    """A shortcut that belongs to its widget alone and follows its action's key."""

    def __init__(self, keys: HotKeys, action: str, owner: QWidget, *, twin: bool) -> None:
        super().__init__(owner)
        self._keys, self._action, self._twin = keys, action, twin
        self.setAutoRepeat(False)
        keys.changed.connect(self.follow)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Use the key of the moment; the twin only where the keypad has the same key once more."""
        key = self._keys.sequence(self._action)
        self.setKey(QKeySequence(_KEYPAD.get(key, "") if self._twin else key))


def normal(key: str) -> str:
    """Return a key in portable text, one way of writing for each; empty when it is none."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText).replace("Ctrl+Enter", "Ctrl+Return")


def shown(key: str) -> str:
    """Return a key as people of this system write it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter")


def problem_with(key: str) -> str:
    """Return why a key cannot be used: unusable (no key, or several), fixed, typing (it would write a letter); else empty."""
    sequence = QKeySequence(key)
    if sequence.count() != 1 or not normal(key):
        return "unusable"
    portable = normal(key)
    if portable in FIXED:
        return "fixed"
    *modifiers, last = portable.replace("++", "+plus").split("+")
    writes = len(last) == 1 and not {"Ctrl", "Alt", "Meta"} & set(modifiers)
    return "typing" if writes or portable in _EDITING else ""


def _others(action: str, usable: Mapping[str, str]) -> set[str]:
    """Return the keys the other actions have as shipped, unless they were given another one."""
    return {
        one.shipped for one in ACTIONS if one.action != action and usable.get(one.action, one.shipped) == one.shipped
    }


@cache
def hot_keys() -> HotKeys:
    """Return the one set of keys of this process."""
    return HotKeys()
