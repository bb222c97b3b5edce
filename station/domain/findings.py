"""What is wrong with a body somebody sent: which member, which rule, and what to do about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldError:
    """One broken rule.

    `pointer` is an RFC 6901 JSON pointer, `code` a stable slug, the sentences name the field and what to do and
    never repeat the value (it may be personal data).
    """

    pointer: str
    code: str
    detail: str
    detail_zh: str
