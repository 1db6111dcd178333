"""What every window of Tuban works with, made once by the plugin and handed on."""

from __future__ import annotations

from dataclasses import dataclass

from ..maps.messages import Messages
from ..maps.session import Session
from ..maps.settings import Settings
from ..maps.tasks import Tasks


@dataclass(frozen=True)
class Workplace:
    """The open casebook, the background work, the message bar and the person's settings."""

    session: Session
    tasks: Tasks
    messages: Messages
    settings: Settings
