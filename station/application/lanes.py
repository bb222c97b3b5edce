"""Published rates: an ordinary and an urgent lane for each terminal and each member, so that neither starves the other."""

from station.application.access import within_rate
from station.application.context import Station
from station.application.records import Terminal


def check_terminal(station: Station, terminal: Terminal, *, urgent: bool) -> None:
    """Take one place in the terminal's lane; raises Refused("rate-limited") with Retry-After."""
    limits = station.limits
    name, rate = ("urgent", limits.urgent_per_minute) if urgent else ("terminal", limits.rate_per_minute)
    within_rate(station, f"{name}:{terminal.terminal_id}", rate)


def check_member(station: Station, member_id: str | None, *, urgent: bool) -> None:
    """Take one place in the lane of the member named, if any; raises Refused("rate-limited") with Retry-After."""
    if member_id is None:
        return
    limits = station.limits
    name, rate = ("urgent-member", limits.urgent_member_per_minute) if urgent else ("member", limits.member_per_minute)
    within_rate(station, f"{name}:{member_id}", rate)
