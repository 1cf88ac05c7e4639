"""The figures of residents; each package declares its own."""

from .leases import indicators as leases  # noqa: F401
from .visits import indicators as visits  # noqa: F401
