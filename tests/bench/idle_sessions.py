"""What a session costs while nobody looks at it: resident memory over all logs of a file.

python tests/bench/idle_sessions.py LOG.parquet
"""

from __future__ import annotations

import gc
import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from five_rules import compiled, logs


def resident() -> int:
    """Bytes of this process that lie in memory now."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) * 1024
    raise SystemExit("needs /proc/self/status")


def main() -> None:
    """Record every log in a session of its own, and see what they hold together."""
    from spelregels.engine import Monitors
    from spelregels.model.trajectory import Closed, Event, Trajectory, When
    from spelregels.model.words import Order, Precision

    rules, path = compiled(), Path(sys.argv[1])
    days = {d: date.fromordinal(d) for _, _, ds in logs(path) for d in ds}
    gc.collect()
    before, sessions, events = resident(), [], 0
    for name, acts, ds in logs(path):
        header = Trajectory(
            id=name, events=(), records=None, order=Order.LISTED, closed=Closed(everything=True)
        )
        session = Monitors(rules, header)
        for number, (act, day) in enumerate(zip(acts, ds, strict=True)):
            session.record(Event(id=f"e{number}", act=act, at=When(Precision.DAY, days[day])))
            events += 1
        sessions.append(session)
    gc.collect()
    held = resident() - before
    each, many = held / len(sessions), len(sessions)
    print(f"{many:,} idle sessions of {events / many:.1f} events: {each:,.0f} bytes each (RSS)")


if __name__ == "__main__":
    main()
