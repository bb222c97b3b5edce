"""A fast yes or no for the wire's schemas, when the compiled validator is installed."""

from collections.abc import Callable, Mapping
from typing import Any

QuickCheck = Callable[[object], bool]


def quick_checks(schemas: Mapping[str, dict[str, Any]], is_moment: Callable[[object], bool]) -> dict[str, QuickCheck]:
    """Return a check by schema name that is True only for a body that fits; empty without the validator.

    A False only means "look closer": the errors are always those of the reference validator.
    """
    try:
        from jsonschema_rs import Draft202012Validator, Registry, ValidationError
    except ImportError:
        return {}

    def moment(value: str) -> bool:
        try:
            return is_moment(value)
        except ValueError:
            return False

    def check(validator: Draft202012Validator) -> QuickCheck:
        def fits(body: Any) -> bool:
            try:
                return validator.is_valid(body)
            except (ValueError, TypeError, OverflowError, ValidationError):
                return False  # a number or text it cannot hold: the reference validator decides

        return fits

    registry = Registry([(f"{name}.schema.json", schema) for name, schema in schemas.items()])
    return {
        name: check(
            Draft202012Validator(schema, registry=registry, formats={"date-time": moment}, validate_formats=True)
        )
        for name, schema in schemas.items()
    }
