"""The web application: routes, problems, and nothing that decides."""

from fastapi import FastAPI

from station.api.problems import install_problems
from station.application.context import Station


def build_app(station: Station) -> FastAPI:
    """Return the application serving `station`; the contract is hand-written, so no schema is generated."""
    app = FastAPI(title="Counterwatch station", openapi_url=None, docs_url=None, redoc_url=None)
    app.state.station = station
    install_problems(app)
    return app
