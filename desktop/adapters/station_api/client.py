"""The terminal's calls to its station, as `application.station_port.StationApi` asks for them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from urllib.parse import quote, urlencode

from desktop.adapters.station_api import answers
from desktop.adapters.station_api.answers import load_json, member_of, read_shape, utc_text
from desktop.adapters.station_api.feed_shapes import read_page
from desktop.adapters.station_api.receipts import ReceiptChecker
from desktop.adapters.station_api.reward_shapes import RewardAnswer, RewardList, RewardShape
from desktop.adapters.station_api.signed_calls import SignedCalls
from desktop.adapters.station_api.transport import Answer, CallLimits
from desktop.application.care_port import Route
from desktop.application.errors import StationUnreachable
from desktop.application.ports import SentAlert
from desktop.application.station_port import Activation, Enrolment, FeedPage, Reconciled, StationAddress, StationMeta
from desktop.domain.alert.bundle import Bundle
from desktop.domain.delivery.receipt import Receipt
from desktop.domain.reward.reward import Reward

FEED_WAIT_S = 25


class HttpStation:
    """The API of one station address; thread-safe, keeps its connections and the clock's offset."""

    def __init__(
        self,
        address: StationAddress,
        now: Callable[[], datetime],
        limits: CallLimits | None = None,
        route: Callable[[], Route] = Route,
        shown: Callable[[datetime], None] | None = None,
    ) -> None:
        self._address = address
        self._limits = limits or CallLimits()
        self._calls = SignedCalls(address, now, self._limits, route, shown)
        self._receipts = ReceiptChecker(address)

    def meta(self) -> StationMeta:
        """See `StationApi`."""
        meta = read_shape(answers.Meta, load_json(self._calls.unsigned("/meta").body))
        limits = {name: value for name, value in meta.limits.items() if isinstance(value, int)}
        return StationMeta(
            station_id=meta.station.id,
            station_name=meta.station.name,
            epoch=meta.epoch,
            durable_seq=meta.durable_seq,
            time=meta.time,
            api_versions=tuple(meta.api_versions),
            limits=limits,
            station_jwks=meta.station_jwks.plain(),
        )

    def enrol(self, code: str, terminal_name: str) -> Enrolment:
        """See `StationApi`."""
        body = {"code": code, "terminal_jwk": self._calls.public_jwk, "terminal_name": terminal_name}
        got = read_shape(answers.EnrolmentShape, self._post("/enrolments", body))
        return Enrolment(
            terminal_id=got.terminal_id,
            station_id=got.station.id,
            station_name=got.station.name,
            merchant_id=got.merchant.merchant_id,
            merchant_name=got.merchant.name,
            trade=got.merchant.trade,
            address=got.merchant.address,
            phone=got.merchant.phone,
            members=tuple(member_of(member) for member in got.members),
            station_jwks=got.station_jwks.plain(),
        )

    def activate(self, member_id: str, code: str, member_jwk: Mapping[str, str]) -> Activation:
        """See `StationApi`."""
        body = {"activation_code": code, "member_jwk": dict(member_jwk)}
        got = read_shape(answers.ActivationShape, self._post(f"/members/{quote(member_id, safe='')}/activation", body))
        if got.member_id != member_id:
            raise StationUnreachable("not-a-station")
        return Activation(got.member_id, got.key_thumbprint, got.activated_at)

    def rotate_key(self, new_jwk: Mapping[str, str], proof: str) -> str:
        """See `StationApi`."""
        path = f"/terminals/{quote(self._address.terminal_id, safe='')}/key"
        got = self._post(path, {"new_jwk": dict(new_jwk), "proof": proof})
        return read_shape(answers.TerminalKeyShape, got).key_thumbprint

    def put_alert(self, alert_id: str, body: bytes) -> Receipt:
        """See `StationApi`."""
        return self._receipt(self._calls.signed("PUT", f"/alerts/{alert_id}", body), alert_id, 0, body)

    def put_supplement(self, alert_id: str, n: int, body: bytes) -> Receipt:
        """See `StationApi`."""
        return self._receipt(self._calls.signed("PUT", f"/alerts/{alert_id}/supplements/{n}", body), alert_id, n, body)

    def upload_offset(self, alert_id: str, sha256: str) -> int | None:
        """See `StationApi`."""
        answer = self._calls.signed("HEAD", f"/attachments/{sha256}", headers={"Alert-Id": alert_id}, also=(404,))
        return None if answer.status == 404 else _offset(answer)

    def put_piece(self, alert_id: str, sha256: str, media_type: str, offset: int, size: int, piece: bytes) -> int:
        """See `StationApi`."""
        headers = {
            "Alert-Id": alert_id,
            "Upload-Offset": str(offset),
            "Upload-Length": str(size),
            "Attachment-Type": media_type,
            "Tus-Resumable": "1.0.0",
            "Content-Type": "application/offset+octet-stream",
        }
        got = _offset(self._calls.signed("PATCH", f"/attachments/{sha256}", piece, headers=headers))
        if not offset < got <= size:
            raise StationUnreachable("not-a-station")
        return got

    def feed(self, after: str, wait_s: int) -> FeedPage:
        """See `StationApi`."""
        wait = min(max(wait_s, 0), FEED_WAIT_S)
        path = "/feed?" + urlencode({"after": after, "wait": wait})
        return read_page(
            load_json(self._calls.signed("GET", path, read_s=wait + self._limits.feed_margin_s).body),
            self._receipts.vouched,
        )

    def shown(self, seq: int, shown_at: datetime, member_id: str | None) -> None:
        """See `StationApi`."""
        body = _json({"shown_at": utc_text(shown_at), "member_id": member_id})
        if self._calls.signed("PUT", f"/feed/receipts/{seq}", body).status != 204:
            raise StationUnreachable("not-a-station")

    def bundle(self, have: int) -> Bundle | None:
        """See `StationApi`."""
        answer = self._calls.signed("GET", f"/bundles/latest?have={have}", also=(304,))
        if answer.status == 304:
            return None
        compact = read_shape(answers.BundleAnswer, load_json(answer.body)).bundle
        said = read_shape(answers.BundleShape, load_json(self._receipts.signed_payload(compact)))
        texts = {name: json.dumps(one, ensure_ascii=False) for name, one in said.checklists.items()}
        return Bundle(said.version, said.expires_at, texts)

    def reconcile(self, epoch: str, letters: Sequence[SentAlert]) -> Reconciled:
        """See `StationApi`."""
        items = [{"alert_id": one.alert_id, "digest": one.sha256, "supplements": one.supplements} for one in letters]
        got = read_shape(answers.ReconcileShape, self._post("/reconcile", {"epoch": epoch, "items": items}))
        have = {one.alert_id: one.have for one in got.supplements}
        return Reconciled(got.epoch, frozenset(got.missing), frozenset(got.conflicting), have)

    def rewards(self, member_id: str, assertion: str) -> tuple[Reward, ...]:
        """See `StationApi`."""
        path = "/rewards?" + urlencode({"member_id": member_id})
        answer = self._calls.signed("GET", path, headers={"Member-Assertion": assertion})
        return tuple(shape.plain() for shape in read_shape(RewardList, load_json(answer.body)).rewards)

    def claim(self, reward_id: str, claim: str) -> Reward:
        """See `StationApi`."""
        value = self._post(f"/rewards/{quote(reward_id, safe='')}/claim", {"claim": claim})
        if isinstance(value, dict) and "reward" in value:
            return read_shape(RewardAnswer, value).reward.plain()
        return read_shape(RewardShape, value).plain()

    def reroute(self) -> None:
        """Take later calls by the route as it is then."""
        self._calls.reroute()

    def abort(self) -> None:
        """See `StationApi`."""
        self._calls.abort()

    def _post(self, path: str, body: Mapping[str, object]) -> object:
        return load_json(self._calls.signed("POST", path, _json(body)).body)

    def _receipt(self, answer: Answer, alert_id: str, n: int, body: bytes) -> Receipt:
        compact = read_shape(answers.ReceiptShape, load_json(answer.body)).receipt
        return self._receipts.check(compact, alert_id=alert_id, n=n, body=body)


def _offset(answer: Answer) -> int:
    text = answer.headers.get("Upload-Offset", "")
    if answer.status != 204 or not (text.isascii() and text.isdigit() and len(text) <= 12):
        raise StationUnreachable("not-a-station")
    return int(text)


def _json(value: Mapping[str, object]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
