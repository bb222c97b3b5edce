"""The desk's routes under /api/v1/desk and its page under /desk/."""

from fastapi import APIRouter, FastAPI


def install_desk(app: FastAPI) -> None:
    """Add every desk router to `app`."""
    routers: tuple[APIRouter, ...] = ()
    for router in routers:
        app.include_router(router)
