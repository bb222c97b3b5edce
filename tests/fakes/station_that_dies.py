"""`counterwatch-station`, killed by SIGKILL at the commit of an alert: `python -m tests.fakes.station_that_dies before|after serve …`."""

import os
import signal
import sys

from sqlalchemy import Connection, text

from station.__main__ import main
from station.adapters.storage.writer import GroupCommitWriter
from station.bootstrap import Running, open_station
from station.commands import serve
from station.settings import Settings

WHEN = sys.argv.pop(1)


class DyingWriter(GroupCommitWriter):
    """Kills the process just before or just after the commit of a batch that holds an alert."""

    def commit(self, connection: Connection) -> None:
        """Commit, or not, and die."""
        alerts = connection.execute(text("SELECT count(*) FROM alerts")).scalar_one()
        if alerts and WHEN == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        super().commit(connection)
        if alerts and WHEN == "after":
            os.kill(os.getpid(), signal.SIGKILL)


def open_dying(settings: Settings) -> Running:
    """Open the station with the writer that dies."""
    return open_station(settings, writer=DyingWriter)


if __name__ == "__main__":
    serve.opener = open_dying
    main(prog_name="counterwatch-station")
