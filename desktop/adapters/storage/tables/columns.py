"""The metadata every table belongs to, and short forms of the columns they share."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, MetaData, Text

from desktop.adapters.storage.column_types import JsonText, UtcTime

metadata = MetaData()


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
