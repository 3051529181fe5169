"""Statements whose columns are the fields of a row type. Only constants are ever put into the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def select(columns: Sequence[str], rest: str) -> str:
    """``SELECT columns rest``."""
    return f"SELECT {', '.join(columns)} {rest}"


def insert(table: str, columns: Sequence[str]) -> str:
    """``INSERT`` of a whole row."""
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - constant names


def replace(table: str, columns: Sequence[str]) -> str:
    """``INSERT OR REPLACE`` of a whole row."""
    return insert(table, columns).replace("INSERT", "INSERT OR REPLACE", 1)
