"""When something was written on a phone that had no network: its own clock says so, and is believed within reason."""

from datetime import datetime, timedelta

OLDEST = timedelta(days=30)


def believed(written_at: datetime | None, received_at: datetime) -> datetime:
    """The phone's time, unless its clock is plainly wrong: ahead of ours, or behind by more than a month."""
    if written_at is None or not received_at - OLDEST <= written_at <= received_at:
        return received_at
    return written_at
