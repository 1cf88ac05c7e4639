"""Tables: cameras and what was done about them, and the people next door."""

from .cameras import Camera, CameraMove
from .neighbours import Neighbour

__all__ = ["Camera", "CameraMove", "Neighbour"]
