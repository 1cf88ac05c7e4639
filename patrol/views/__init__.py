"""The pages of /patrol/, and what makes a phone open them without a network."""

from .day import day
from .notes import note_detail, note_list, note_new
from .outbox import outbox, outbox_token
from .shell import manifest, offline, service_worker

__all__ = ["day", "manifest", "note_detail", "note_list", "note_new", "offline", "outbox", "outbox_token",
           "service_worker"]
