"""What the register and its parts forget; found by shuangliu.retention at start."""

from .care import forgetting  # noqa: F401
