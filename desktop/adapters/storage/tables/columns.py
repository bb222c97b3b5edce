"""The metadata every table belongs to, and short forms of the columns they share."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Integer, LargeBinary, MetaData, Text
from sqlalchemy.types import TypeEngine

from desktop.adapters.storage.column_types import JsonText, UtcTime
from desktop.adapters.storage.forms import Form, Kind

metadata = MetaData()
_TYPES: dict[Kind, type[TypeEngine[Any]]] = {
    "text": Text,
    "time": UtcTime,
    "json": JsonText,
    "flag": Boolean,
    "count": Integer,
    "bytes": LargeBinary,
}


def columns_of(form: Form, **keys: Column[Any]) -> list[Column[Any]]:
    """The columns of a form; `keys` are those that are more than their kind says: primary and foreign keys."""
    return [
        keys.get(name, Column(name, _TYPES[kind], nullable=name in form.may_be_empty))
        for name, kind in form.columns.items()
    ]


def time_column(name: str, *, null: bool = False) -> Column[object]:
    """A time, kept in UTC."""
    return Column(name, UtcTime, nullable=null)


def text_column(name: str, *, null: bool = False) -> Column[str]:
    """A text."""
    return Column(name, Text, nullable=null)


def json_column(name: str) -> Column[object]:
    """A JSON value."""
    return Column(name, JsonText, nullable=False)


def flag_column(name: str) -> Column[bool]:
    """Yes or no."""
    return Column(name, Boolean, nullable=False)


def count_column(name: str) -> Column[int]:
    """A whole number."""
    return Column(name, Integer, nullable=False)
