"""Tables: rules, the ledger of what was forgotten, holds, restrictions."""

from .ledger import Forgetting, Forgotten
from .matters import Hold, Restriction
from .rules import RetentionRule

__all__ = ["Forgetting", "Forgotten", "Hold", "Restriction", "RetentionRule"]
