"""Signing in and out."""

from typing import Any

from fastapi import APIRouter, Request, Response

from station.api.desk.deps import COOKIE, PREFIX, Body, Leaver, StationDep, Visitor, is_loopback
from station.application.desk_access import LONGEST, Actor
from station.application.desk_form import DeskForm
from station.application.desk_session import sign_in, sign_out

router = APIRouter(prefix=f"{PREFIX}/session")


@router.post("")
def open_session(request: Request, response: Response, station: StationDep, body: Body) -> dict[str, Any]:
    """Sign in; sets the session's cookie."""
    form = DeskForm(body)
    username = form.text("username", "账号", most=40)
    password = form.text("password", "密码", most=200)
    totp = form.text("totp", "动态口令", most=10, default="") or None
    form.done()
    token, actor = sign_in(station, username, password, totp)
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(LONGEST.total_seconds()),
        path="/",
        httponly=True,
        samesite="strict",
        secure=not is_loopback(request),
    )
    response.headers["Cache-Control"] = "no-store"
    return session_body(actor)


@router.get("")
def show_session(response: Response, actor: Visitor) -> dict[str, Any]:
    """Tell the page who is signed in."""
    response.headers["Cache-Control"] = "no-store"
    return session_body(actor)


@router.delete("", status_code=204)
def close_session(response: Response, station: StationDep, actor: Leaver) -> None:
    """Sign out."""
    sign_out(station, actor)
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")


def session_body(actor: Actor) -> dict[str, Any]:
    """Return a session as the page needs it; the token travels in the body, the secret in the cookie."""
    return {
        "officer": {
            "officer_id": actor.officer_id,
            "name": actor.name,
            "roles": list(actor.roles),
            "unit": actor.unit,
        },
        "csrf": actor.csrf,
        "expires_at": actor.expires_at.isoformat(),
    }
