"""Who may call what: every desk endpoint by every role, and by nobody."""

from typing import Any

import pytest

from tests.fakes.county import OFFICERS, County
from tests.fakes.desk import DeskClient

ALL = frozenset({"duty", "approver", "finance", "admin", "auditor"})
ID = "01a20612-8669-745a-809b-dafb87d1aa12"
# method, path, body, roles that get past the door (whatever the answer then is)
CALLS: list[tuple[str, str, dict[str, Any] | None, frozenset[str]]] = [
    ("GET", "/session", None, ALL),
    ("GET", "/queue", None, ALL),
    ("GET", f"/alerts/{ID}", None, frozenset({"duty", "approver"})),
    ("POST", f"/alerts/{ID}/unmask", {"purpose": "核查"}, frozenset({"duty", "approver"})),
    ("POST", f"/alerts/{ID}/actions", {"action": "acknowledge"}, frozenset({"duty"})),
    ("GET", "/rewards", None, ALL),
    ("GET", f"/rewards/suggestion?alert_id={ID}", None, frozenset({"duty", "approver"})),
    ("POST", "/rewards", {"alert_id": ID, "member_id": "m", "kind": "letter"}, frozenset({"duty"})),
    ("POST", "/rewards/rew_x/steps", {"step": "review"}, frozenset({"duty", "approver"})),
    ("POST", "/rewards/rew_x/steps", {"step": "approve"}, frozenset({"approver"})),
    ("POST", "/rewards/rew_x/steps", {"step": "notify"}, frozenset({"duty", "approver"})),
    ("POST", "/rewards/rew_x/steps", {"step": "pay"}, frozenset({"finance"})),
    ("POST", "/rewards/rew_x/steps", {"step": "expire"}, frozenset({"approver", "finance"})),
    ("POST", "/rewards/rew_x/steps", {"step": "revoke", "reason": "错"}, frozenset({"approver"})),
    ("GET", "/merchants", None, ALL - {"finance"}),
    ("POST", "/merchants", {"name": "店", "trade": "gold", "address": "街"}, frozenset({"admin"})),
    ("GET", "/members", None, ALL - {"finance"}),
    ("POST", "/members", {"merchant_id": "mer_x", "name": "名", "role": "clerk"}, frozenset({"admin"})),
    ("POST", "/enrolment-codes", {"merchant_id": "mer_x"}, frozenset({"admin"})),
    ("GET", "/terminals", None, ALL - {"finance"}),
    ("POST", "/terminals/ter_x/revoke", {"reason": "丢失"}, frozenset({"admin"})),
    ("GET", "/bulletins", None, ALL),
    ("POST", "/bulletins", {"title": "题", "text": "文"}, frozenset({"duty", "admin"})),
    ("GET", "/bundles", None, ALL),
    ("POST", "/bundles", {"checklists": {}}, frozenset({"admin"})),
    ("GET", "/analysis", None, ALL),
    ("GET", "/audit", None, frozenset({"auditor", "admin"})),
]
NAMES = [f"{method} {path} {(body or {}).get('step', '')}".strip() for method, path, body, _roles in CALLS]


@pytest.mark.parametrize(("method", "path", "body", "roles"), CALLS, ids=NAMES)
def test_each_role_at_each_door(
    county: County, method: str, path: str, body: dict[str, Any] | None, roles: frozenset[str]
) -> None:
    for username, (_name, held) in OFFICERS.items():
        desk = county.desk(username)
        answer = desk.get(path) if method == "GET" else desk.post(path, body, revision=1)
        shut = answer.status == 403 and answer.slug == "forbidden"
        assert shut == (not roles & set(held)), (username, answer.status, answer.content)
        if shut:
            assert set(answer.json()["needed"]) == roles


@pytest.mark.parametrize(("method", "path", "body", "roles"), CALLS, ids=NAMES)
def test_nobody_gets_in_without_a_session(
    county: County, method: str, path: str, body: dict[str, Any] | None, roles: frozenset[str]
) -> None:
    stranger = DeskClient(county.terminal.send)
    for cookie in ("", "cw_desk=", "cw_desk=" + "A" * 43):
        stranger.cookie = cookie
        answer = stranger.get(path) if method == "GET" else stranger.post(path, body, revision=1)
        assert (answer.status, answer.slug) == (401, "signed-out")


@pytest.mark.parametrize(
    ("method", "path", "body"), [call[:3] for call in CALLS if call[0] == "POST"], ids=[n for n in NAMES if n[0] == "P"]
)
def test_no_change_without_the_token(county: County, method: str, path: str, body: dict[str, Any]) -> None:
    for username in OFFICERS:
        desk = county.desk(username)
        answer = desk.call(method, path, body, {"If-Match": '"1"'})
        assert (answer.status, answer.slug) == (403, "csrf")
