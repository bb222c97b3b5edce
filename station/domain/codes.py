"""One-time codes of the desk: alphabet, how they are typed, how long they live."""

from datetime import timedelta

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LENGTH = 8
PREFIX_LENGTH = 4
LIFE = timedelta(minutes=10)
ACTIVATION_LIFE = timedelta(days=7)
MOST_WRONG_TRIES = 5


def normal_code(typed: str) -> str:
    """Return a typed code without dashes and spaces, upper-case; may be of any length."""
    return "".join(typed.split()).replace("-", "").replace("—", "").upper()


def shown_code(code: str) -> str:
    """Return a code as people read it: two groups of four with a dash between."""
    return f"{code[:PREFIX_LENGTH]}-{code[PREFIX_LENGTH:]}"
