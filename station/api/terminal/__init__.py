"""The terminals' calls under /api/v1 (WIRE contract: resources/wire/openapi.yaml)."""

from fastapi import FastAPI

from station.api.terminal import alerts, attachments, bundles, feed, joining, recovery, rewards

PREFIX = "/api/v1"


def install_terminal_api(app: FastAPI) -> None:
    """Add every terminal call to `app`."""
    for part in (joining, alerts, attachments, feed, recovery, rewards, bundles):
        app.include_router(part.router, prefix=PREFIX)
