"""The figures of residents; each package declares its own."""

from .leases import indicators  # noqa: F401
