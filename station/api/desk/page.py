"""The static desk page, with the headers that keep foreign content out of it."""

from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

STATIC = Path(__file__).resolve().parents[2] / "desk" / "static"
_POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"


class PageHeaders:
    """Adds the page's security headers to every answer of the wrapped application."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the call on and add headers to the answer's start."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = _POLICY
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "no-referrer"
                headers["Cross-Origin-Opener-Policy"] = "same-origin"
                # Always asked again, answered 304: an update of the station must never meet half an old page.
                headers["Cache-Control"] = "no-cache"
            await send(message)

        await self._app(scope, receive, with_headers)


def desk_page() -> ASGIApp:
    """Return the application that serves the page's files."""
    return PageHeaders(StaticFiles(directory=STATIC, html=True))
