"""Which self-handled incidents the station goes and looks at (抽查)."""

from uuid import UUID

from shuangliu.privacy.cipher import lookup_hash

from .models import LoopRule

SCALE = 10_000


def is_drawn(uuid: UUID) -> bool:
    """Whether this one is in the sample: the same answer each time, and known to nobody who lacks the key, for the
    number is made on the reporter's phone."""
    return int(lookup_hash(f"sample:{uuid}")[:12], 16) % SCALE < LoopRule.current().sample_percent * SCALE // 100
