"""A small honest terminal: signs every request, checks nothing for you, keeps its keys in memory.

`send` is anything that takes (method, url, headers, body) and returns an `Answer`: `over_http` for a served station,
`in_process` for an application under test.
"""

import asyncio
import base64
import hashlib
import json
import secrets
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote, urlsplit

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import FastAPI
from http_message_signatures import HTTPMessageSigner, HTTPSignatureKeyResolver, algorithms
from joserfc.jwk import OKPKey


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    content: bytes

    def json(self) -> Any:
        """Return the body as JSON."""
        return json.loads(self.content)

    @property
    def slug(self) -> str:
        """Return the last part of a problem's type."""
        return str(self.json()["type"]).rsplit("/", 1)[-1]


Send = Callable[[str, str, Mapping[str, str], bytes], Answer]


def over_http(timeout: float = 40) -> Send:
    """Return a sender over a real connection."""

    def send(method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        with requests.Session() as session:
            session.trust_env = False
            got = session.request(method, url, headers=dict(headers), data=body, timeout=timeout)
        return Answer(got.status_code, got.headers, got.content)

    return send


def in_process(app: FastAPI) -> Send:
    """Return a sender into an application without a socket."""

    def send(method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        return asyncio.run(ask(app, method, url, headers, body))

    return send


async def ask(app: FastAPI, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
    """Put one request to an ASGI application and return its whole answer."""
    parts = urlsplit(url)
    lines = {"host": parts.netloc, "content-length": str(len(body)), **{key.lower(): headers[key] for key in headers}}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": parts.scheme,
        "path": unquote(parts.path),
        "raw_path": parts.path.encode(),
        "query_string": parts.query.encode(),
        "headers": [(key.encode(), value.encode("latin-1")) for key, value in lines.items()],
        "client": ("127.0.0.1", 50000),
        "server": (parts.hostname, parts.port),
    }
    incoming: list[dict[str, Any]] = [{"type": "http.request", "body": body, "more_body": False}]
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return incoming.pop(0) if incoming else {"type": "http.disconnect"}

    async def collect(message: MutableMapping[str, Any]) -> None:
        sent.append(dict(message))

    await app(scope, receive, collect)
    head = next(message for message in sent if message["type"] == "http.response.start")
    content = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
    return Answer(head["status"], {key.decode().title(): value.decode() for key, value in head["headers"]}, content)


@dataclass
class Message:
    """A request as the signing library sees it."""

    method: str
    url: str
    headers: dict[str, str]


class _Resolver(HTTPSignatureKeyResolver):
    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key

    def resolve_private_key(self, key_id: str) -> Any:
        return self._key


@dataclass
class Key:
    """An Ed25519 key pair with its JWK and thumbprint."""

    private: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)

    @property
    def jwk(self) -> dict[str, Any]:
        """Return the public JWK."""
        public = OKPKey.import_key(self.private).as_dict(private=False)
        return {name: public[name] for name in ("kty", "crv", "x")}

    @property
    def thumbprint(self) -> str:
        """Return the RFC 7638 thumbprint."""
        return str(OKPKey.import_key(self.jwk).thumbprint())

    def jws(self, payload: bytes, *, detached: bool = False) -> str:
        """Return a compact JWS (EdDSA, RFC 8037), detached if wished."""
        head = _b64(json.dumps({"alg": "EdDSA", "kid": self.thumbprint}).encode())
        middle = _b64(payload)
        signature = _b64(self.private.sign(f"{head}.{middle}".encode()))
        return f"{head}..{signature}" if detached else f"{head}.{middle}.{signature}"


@dataclass
class FakeTerminal:
    """A terminal of the wire contract; `now` is its clock, in whole seconds."""

    send: Send
    base: str
    key: Key = field(default_factory=Key)
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    enrolment: dict[str, Any] = field(default_factory=dict)

    def call(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        nonce: str | None = None,
        created: datetime | None = None,
        headers: Mapping[str, str] | None = None,
        signed: Mapping[str, str] | None = None,
        media_type: str = "application/json",
    ) -> Answer:
        """Sign and send one request; `body` may be bytes to send as they are, `signed` are headers to sign as well."""
        raw = b"" if body is None else body if isinstance(body, bytes) else encode(body)
        lines = self.signed_headers(
            method, path, raw, nonce=nonce, created=created, signed=signed, media_type=media_type
        )
        return self.send(method, self.base + path, {**lines, **(headers or {})}, raw)

    def signed_headers(
        self,
        method: str,
        path: str,
        raw: bytes,
        *,
        nonce: str | None = None,
        created: datetime | None = None,
        signed: Mapping[str, str] | None = None,
        media_type: str = "application/json",
    ) -> dict[str, str]:
        """Return the headers of a signed request."""
        message = Message(method, self.base + path, {"Content-Digest": digest(raw), **(signed or {})})
        covered = ["@method", "@target-uri", "content-digest", *(name.lower() for name in signed or {})]
        if raw:
            message.headers["Content-Type"] = media_type
            covered.append("content-type")
        signer = HTTPMessageSigner(signature_algorithm=algorithms.ED25519, key_resolver=_Resolver(self.key.private))
        signer.sign(
            message,
            key_id=self.key.thumbprint,
            created=created or self.now(),
            nonce=nonce or _b64(secrets.token_bytes(16)),
            label="sig1",
            covered_component_ids=covered,
            use_existing_digest=True,
        )
        return message.headers

    def enrol(self, code: str, name: str = "一号柜台") -> Answer:
        """Enrol with a code and remember the answer."""
        body = {"code": code, "terminal_jwk": self.key.jwk, "terminal_name": name}
        answer = self.call("POST", "/api/v1/enrolments", body)
        if answer.status == 201:
            self.enrolment = answer.json()
        return answer

    def activate(self, member_id: str, code: str, member: Key) -> Answer:
        """Bring a member's key into force."""
        body = {"activation_code": code, "member_jwk": member.jwk}
        return self.call("POST", f"/api/v1/members/{member_id}/activation", body)

    def put_alert(self, body: Mapping[str, Any]) -> Answer:
        """Send an alert."""
        return self.call("PUT", f"/api/v1/alerts/{body['alert_id']}", body)

    def put_supplement(self, body: Mapping[str, Any]) -> Answer:
        """Send a supplement."""
        return self.call("PUT", f"/api/v1/alerts/{body['alert_id']}/supplements/{body['n']}", body)

    def feed(self, after: str = "", wait: int = 0) -> Answer:
        """Read the feed after a cursor."""
        return self.call("GET", f"/api/v1/feed?after={after}&wait={wait}")

    def rewards(self, member_id: str, member: Key, claims: Mapping[str, object] | None = None) -> Answer:
        """Read a member's rewards with the member's assertion; `claims` replace its parts."""
        facts = {
            "member_id": member_id,
            "aud": self.enrolment["station"]["id"],
            "iat": int(self.now().timestamp()),
            "htu": "/api/v1/rewards",
            **(claims or {}),
        }
        proof = {"Member-Assertion": member.jws(encode(facts))}
        return self.call("GET", f"/api/v1/rewards?member_id={member_id}", headers=proof)

    def claim(self, reward_id: str, member_id: str, member: Key) -> Answer:
        """Claim a reward by the member's key."""
        facts = {"reward_id": reward_id, "member_id": member_id, "claimed_at": self.now().isoformat()}
        return self.call("POST", f"/api/v1/rewards/{reward_id}/claim", {"claim": member.jws(encode(facts))})


def encode(body: object) -> bytes:
    """Return canonical JSON bytes."""
    return json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def digest(raw: bytes) -> str:
    """Return a Content-Digest."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(raw).digest()).decode()}:"


def _b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
