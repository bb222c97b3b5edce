"""The shop, an enrolment under way and the members."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select

from desktop.adapters.storage.kept_facts import SHOP, shop_of
from desktop.adapters.storage.rows import one, put, values_of
from desktop.adapters.storage.tables import facts, members
from desktop.application.errors import NotFound
from desktop.domain.member.member import Member
from desktop.domain.member.shop import EnrolmentAttempt, Shop


def read_fact(connection: Connection, name: str) -> Any:
    """Return one single value of the profile, None when it was never set."""
    row = one(connection, facts, name=name)
    return None if row is None else row["value"]


def write_fact(connection: Connection, name: str, value: Any) -> None:
    """Set one single value of the profile; None removes it."""
    if value is None:
        connection.execute(delete(facts).where(facts.c.name == name))
    else:
        put(connection, facts, {"name": name, "value": value})


class ShopRepository:
    """Shop, attempt and members of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def shop(self) -> Shop | None:
        """Return the enrolled shop, None before enrolment."""
        said = read_fact(self._connection, SHOP)
        return None if said is None else shop_of(said)

    def put_shop(self, shop: Shop) -> None:
        """Store the shop whole."""
        values = values_of(shop, "merchant", "enrolled_at", "terminal_key", "station_jwks")
        said = {
            **values,
            "merchant": asdict(shop.merchant),
            "enrolled_at": shop.enrolled_at.isoformat(),
            "terminal_key": shop.terminal_key.hex(),
            "station_jwks": [dict(key) for key in shop.station_jwks],
        }
        write_fact(self._connection, SHOP, said)

    def attempt(self) -> EnrolmentAttempt | None:
        """Return the enrolment that waits for its answer."""
        said = read_fact(self._connection, "attempt")
        if said is None:
            return None
        return EnrolmentAttempt(
            started_at=datetime.fromisoformat(said.pop("started_at")),
            terminal_key=bytes.fromhex(said.pop("terminal_key")),
            **said,
        )

    def put_attempt(self, attempt: EnrolmentAttempt | None) -> None:
        """Keep the attempt, or forget it."""
        if attempt is None:
            write_fact(self._connection, "attempt", None)
            return
        values = values_of(attempt, "started_at", "terminal_key")
        kept = {"started_at": attempt.started_at.isoformat(), "terminal_key": attempt.terminal_key.hex()}
        write_fact(self._connection, "attempt", {**values, **kept})

    def next_key(self) -> bytes | None:
        """Return the key that waits to take the terminal's place."""
        said = read_fact(self._connection, "next-key")
        return None if said is None else bytes.fromhex(said)

    def put_next_key(self, key: bytes | None) -> None:
        """Keep the waiting key, or forget it."""
        write_fact(self._connection, "next-key", None if key is None else key.hex())

    def former_keys(self) -> tuple[bytes, ...]:
        """Return the keys this terminal had before its present one, newest first."""
        return tuple(bytes.fromhex(key) for key in read_fact(self._connection, "former-keys") or ())

    def put_former_keys(self, keys: tuple[bytes, ...]) -> None:
        """Keep the former keys."""
        write_fact(self._connection, "former-keys", [key.hex() for key in keys] or None)

    def all(self) -> tuple[Member, ...]:
        """Return every member in the station's order."""
        rows = self._connection.execute(select(members).order_by(members.c.position, members.c.member_id)).mappings()
        return tuple(Member(**row) for row in rows)

    def get(self, member_id: str) -> Member:
        """Return one member; NotFound."""
        row = one(self._connection, members, member_id=member_id)
        if row is None:
            raise NotFound("member")
        return Member(**row)

    def put(self, member: Member) -> None:
        """Store one member whole."""
        put(self._connection, members, values_of(member))
