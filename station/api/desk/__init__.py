"""The desk's routes under /api/v1/desk and its page under /desk/."""

from fastapi import FastAPI


def install_desk(app: FastAPI) -> None:
    """Add every desk router to `app`."""
    for router in ():
        app.include_router(router)
