"""The terminals' calls under /api/v1 (WIRE contract: resources/wire/openapi.yaml)."""

from fastapi import FastAPI

from station.api.terminal import alerts, attachments, feed, joining, recovery, rewards

PREFIX = "/api/v1"


def install_terminal_api(app: FastAPI) -> None:
    """Add every terminal call to `app`."""
    for router in (joining.router, alerts.router, attachments.router, feed.router, recovery.router, rewards.router):
        app.include_router(router, prefix=PREFIX)
