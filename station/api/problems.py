"""Refusals as RFC 9457 problems: the one place that turns kinds into sentences."""

from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from station.api.sentences import SENTENCES
from station.application.errors import Refused


def problem(refused: Refused) -> JSONResponse:
    """Build the answer for a refusal; raises KeyError for a slug without a sentence (a test reads them all)."""
    status, title, detail, detail_zh = SENTENCES[refused.slug]
    body: dict[str, Any] = {
        "type": f"/problems/{refused.slug}",
        "title": title,
        "status": status,
        "detail": detail,
        "detail_zh": detail_zh,
        "errors": [
            {"pointer": item.pointer, "code": item.code, "detail": item.detail, "detail_zh": item.detail_zh}
            for item in refused.errors
        ],
        **refused.extra,
    }
    return JSONResponse(body, status, headers=dict(refused.headers), media_type="application/problem+json")


async def _on_refused(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Refused)
    return problem(error)


async def _on_http(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    slug = {404: "not-found", 405: "method-not-allowed"}.get(error.status_code, "bad-request")
    return problem(Refused(slug, headers=dict(error.headers or {})))


async def _on_bug(_request: Request, _error: Exception) -> JSONResponse:
    return problem(Refused("internal"))


def install_problems(app: FastAPI) -> None:
    """Answer every refusal, unknown path and bug of `app` with a problem."""
    app.add_exception_handler(Refused, _on_refused)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(Exception, _on_bug)
