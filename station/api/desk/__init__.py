"""The desk's routes under /api/v1/desk and its page under /desk/."""

from fastapi import FastAPI

from station.api.desk import alerts, attachments, bundles, events, registry, reports, rewards, session
from station.api.desk.page import desk_page


def install_desk(app: FastAPI) -> None:
    """Add every desk router and the page to `app`."""
    for module in (session, alerts, attachments, events, rewards, registry, reports, bundles):
        app.include_router(module.router)
    app.mount("/desk", desk_page(), name="desk")
