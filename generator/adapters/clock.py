"""The one place that asks what day it is."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from generator.model.fault import Fault


def day_of(given: date | None) -> Callable[[str], date]:
    """Return what "today" is in a time zone: as given, else SOURCE_DATE_EPOCH, else the clock."""
    if given:
        return lambda _: given
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        try:
            moment = datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError):
            raise Fault(f"SOURCE_DATE_EPOCH is {epoch!r}; expected seconds since 1970") from None
    else:
        moment = datetime.fromtimestamp(time.time(), UTC)
    return lambda zone: moment.astimezone(ZoneInfo(zone)).date()
