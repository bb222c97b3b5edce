"""The web application: routes, problems, and nothing that decides."""

from fastapi import FastAPI

from station.api.desk import install_desk
from station.api.heads import AnswerHeads
from station.api.problems import install_problems
from station.api.terminal import install_terminal_api
from station.api.terminal.alert_lane import AlertLane
from station.application.context import Station


def build_app(station: Station) -> FastAPI:
    """Return the application serving `station`; the contract is hand-written, so no schema is generated."""
    app = FastAPI(title="Counterwatch station", openapi_url=None, docs_url=None, redoc_url=None)
    app.state.station = station
    app.add_middleware(AlertLane, station=station)
    app.add_middleware(AnswerHeads, clock=station.clock)
    install_problems(app)
    install_terminal_api(app)
    install_desk(app)
    return app
