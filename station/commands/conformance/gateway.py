"""The gateway under test as the tester sees it: signed calls, and answers held against the contract."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import requests

from station.adapters.contract import WireContract
from station.commands.conformance.keys import Key, Message, canonical, content_digest, opened, sha256, sign
from station.commands.conformance.report import ClauseFailed, NotTested

JSON = "application/json"
_SECONDS = 40


@dataclass(frozen=True, slots=True)
class Got:
    """One answer."""

    status: int
    headers: Mapping[str, str]
    content: bytes

    def json(self) -> dict[str, Any]:
        """Return the answer's object; raises ClauseFailed when it is none."""
        try:
            body = json.loads(self.content)
        except ValueError:
            body = None
        if not isinstance(body, dict):
            raise ClauseFailed(f"应答不是JSON对象 the answer {self.status} is no JSON object")
        return body


@dataclass
class Party:
    """An enrolled computer of a merchant, with the end of its receipt chain."""

    key: Key
    enrolment: dict[str, Any]
    last_receipt: str | None = None


@dataclass
class Gateway:
    """Everything the clauses share; filled as they run."""

    url: str
    code: str
    second_code: str = ""
    member_id: str = ""
    activation_code: str = ""
    contract: WireContract = field(default_factory=WireContract)
    session: requests.Session = field(default_factory=requests.Session)
    meta: dict[str, Any] = field(default_factory=dict)
    own: Party | None = None
    other: Party | None = None
    member: Key | None = None
    kept: dict[str, Any] = field(default_factory=dict)

    @property
    def party(self) -> Party:
        """Return the enrolled tester; raises NotTested before it is."""
        if self.own is None:
            raise NotTested("本机未能登记 enrolment did not succeed")
        return self.own

    def call(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        key: Key | None = None,
        signed: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        media_type: str = JSON,
        created: datetime | None = None,
        nonce: str = "",
        without: str = "",
        changed: bytes | None = None,
    ) -> Got:
        """Make one signed call. `body` may be bytes; `changed` is sent in its place after signing."""
        raw = b"" if body is None else body if isinstance(body, bytes) else canonical(body)
        message = Message(method, f"{self.url}/api/v1{path}", {"Content-Digest": content_digest(raw), **(signed or {})})
        if raw:
            message.headers["Content-Type"] = media_type
        sign(key or self.party.key, message, created=created, nonce=nonce, without=without)
        return self.send(method, path, {**message.headers, **(headers or {})}, raw if changed is None else changed)

    def send(self, method: str, path: str, headers: Mapping[str, str], raw: bytes = b"") -> Got:
        """Make one call as it is."""
        got = self.session.request(
            method,
            f"{self.url}/api/v1{path}",
            headers=dict(headers),
            data=raw,
            timeout=_SECONDS,
            allow_redirects=False,
        )
        return Got(got.status_code, got.headers, got.content)

    def fits(self, got: Got, status: int, schema: str = "") -> dict[str, Any]:
        """Return the body of an answer with this status and shape; raises ClauseFailed."""
        if got.status != status:
            raise ClauseFailed(f"期望 expected {status}，得到 got {got.status} {_slug(got)}")
        if not schema:
            return {}
        body = got.json()
        errors = self.contract.errors(schema, body)
        if errors:
            raise ClauseFailed(f"应答不合 the answer breaks {schema}.schema.json: {errors[0].pointer} {errors[0].code}")
        return body

    def refuses(self, got: Got, status: int, *slugs: str, pointer: str = "") -> dict[str, Any]:
        """Return the problem of a refusal with this status, one of these slugs, and an error at `pointer`."""
        kind = got.headers.get("Content-Type", "").split(";")[0]
        if got.status == status and kind != "application/problem+json":
            raise ClauseFailed(f"{status} 应为 should be application/problem+json，得到 got {kind or '-'}")
        body = self.fits(got, status, "problem")
        if _slug(got) not in slugs:
            raise ClauseFailed(f"期望 expected {' / '.join(slugs)}，得到 got {_slug(got)}")
        pointers = [str(item.get("pointer")) for item in body.get("errors", [])]
        if pointer and pointer not in pointers:
            raise ClauseFailed(f"错误应指明 the errors should name {pointer}，得到 got {pointers}")
        return body

    def receipt(self, got: Got, status: int, body: Mapping[str, Any], *, n: int | None = None) -> dict[str, Any]:
        """Return the payload of a true receipt for `body`; raises ClauseFailed for anything less."""
        jws = str(self.fits(got, status, "receipt-answer")["receipt"])
        payload = opened(jws, self.meta["station_jwks"]["keys"])
        if payload is None:
            raise ClauseFailed("回执签名不是服务器密钥所签 the receipt is not by a key of station_jwks")
        errors = self.contract.errors("receipt", payload)
        if errors:
            raise ClauseFailed(f"回执不合约定 the receipt breaks receipt.schema.json: {errors[0].pointer}")
        wanted = {
            "alert_id": body["alert_id"],
            "sha256": _digest_of(body),
            "terminal_id": self.party.enrolment["terminal_id"],
            "station": self.meta["station"]["id"],
            "epoch": self.meta["epoch"],
            "member_id": body.get("member_id"),
        } | ({} if n is None else {"n": n})
        for name, value in wanted.items():
            if payload.get(name) != value:
                raise ClauseFailed(f"回执的 the receipt's {name} 与发送内容不符 does not fit what was sent")
        return {**payload, "jws": jws}


def _digest_of(body: Mapping[str, Any]) -> str:
    return sha256(canonical(body))


def _slug(got: Got) -> str:
    try:
        return str(json.loads(got.content)["type"]).rsplit("/", 1)[-1]
    except (ValueError, KeyError, TypeError):
        return "-"
