"""The picture worker as a command, for the frozen program that has no modules to start."""

import sys

import click

from station.adapters.picture_worker import main


@click.command("redraw-picture", hidden=True)
@click.argument("picture_format", type=click.Choice(["JPEG", "PNG"]))
def redraw_picture(picture_format: str) -> None:
    """重绘图片(内部使用)。Draw a picture anew; for the station's own use."""
    sys.exit(main(picture_format))
