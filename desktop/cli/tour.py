"""`counterwatch tour`: both practice cases walked through in real windows, with pictures."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import click

from desktop.settings import read_settings


@click.command()
@click.option(
    "--out",
    metavar="DIR",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="图片放到哪个文件夹。Folder for the pictures.",
)
@click.option("--json", "as_json", is_flag=True, help="最后输出一行 JSON。End with one line of JSON.")
def tour(*, out: Path, as_json: bool) -> None:
    """自动走完一个购金案例和一个快递查询案例,每一步存一张图。Walk through two cases and keep a picture of every step.

    全部用虚构的店铺、真实的窗口和自带的接收端;不动用户数据。Made-up shops, real windows, the station that comes along;
    no real profile is touched.
    """
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.tour.run import run_tour
    from desktop.tour.stage import TourStuck

    try:
        facts = run_tour(read_settings(practice=True), out, click.echo)
    except (TourStuck, OSError) as stuck:
        click.echo(f"演示没有走完 The tour is stuck: {stuck}", err=True)
        raise SystemExit(1) from None
    if as_json:
        click.echo(json.dumps(facts, ensure_ascii=False))
    else:
        click.echo(f"走完了，图片在 done, pictures in {out}")
