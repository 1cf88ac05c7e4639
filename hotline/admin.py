"""What the hotline keeps in the admin, each part beside its tables."""

from .open311 import admin  # noqa: F401
