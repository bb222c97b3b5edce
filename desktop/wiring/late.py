"""Use cases that are loaded when one of them is first asked for: the sign-in page waits for none of them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from desktop.application.care_services import Backups, Care, Joining, Keeping, Network

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

G = TypeVar("G")
D = TypeVar("D", bound="DataclassInstance")


class Once(Generic[G]):
    """Makes a thing at the first call, on whichever thread, and gives the same one ever after."""

    def __init__(self, make: Callable[[], G]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._made: list[G] = []

    def __call__(self) -> G:
        """Return the thing."""
        if not self._made:
            with self._lock:
                if not self._made:
                    self._made.append(self._make())
        return self._made[0]


class Late:
    """One use case of a group that may not be made yet; called like the use case itself."""

    __slots__ = ("_group", "_name")

    def __init__(self, group: Callable[[], object], name: str) -> None:
        self._group, self._name = group, name

    def __call__(self, *args: Any, **named: Any) -> Any:
        """Do it, the group made first if need be."""
        return getattr(self._group(), self._name)(*args, **named)


def late(kind: type[D], make: Callable[[], D]) -> D:
    """Return a group of use cases, made by `make` when one of them is first called.

    `kind` is the group's dataclass, whose every field is something to call.
    """
    made = Once(make)
    parts: dict[str, Any] = {one.name: Late(made, one.name) for one in fields(kind)}
    return kind(**parts)


def late_care(make: Callable[[], Care]) -> Care:
    """Return the groups of the settings page, made when one of them is first called."""
    made = Once(make)
    return Care(
        joining=late(Joining, lambda: made().joining),
        network=late(Network, lambda: made().network),
        keeping=late(Keeping, lambda: made().keeping),
        backups=late(Backups, lambda: made().backups),
        diagnostics=Late(made, "diagnostics"),
        parts=Late(made, "parts"),
        key_kept=Late(made, "key_kept"),
    )
