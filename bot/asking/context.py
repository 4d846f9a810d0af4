"""What was spoken of before, by one person in one place: enough to read a follow-up by, and to survive a restart as text."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

LIFE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Context:
    """The last question, as its canonical command, and what its answer put first."""

    command: str
    at: datetime  # aware
    focus: str = ""  # the country, year or title that the answer led with
    focus_kind: str = ""  # partner, period, milestone, plant
    about: str = ""  # the last command that had an answer, where `command` had none

    def alive(self, now: datetime) -> bool:
        return now - self.at <= LIFE

    def to_text(self) -> str:
        return json.dumps(asdict(self) | {"at": self.at.isoformat()}, ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> Context:
        """Raises ValueError for what to_text() has not written."""
        try:
            values = json.loads(text)
            return cls(**values | {"at": datetime.fromisoformat(values["at"])})
        except (TypeError, KeyError) as wrong:
            raise ValueError("this is no context") from wrong
