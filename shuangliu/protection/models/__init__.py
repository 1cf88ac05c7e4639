"""Tables: what was revealed, who looked at whom, what was exported in clear, what people agreed to."""

from .consents import Consent, ConsentText
from .exports import ExportRequest
from .looks import Look
from .reveals import Reveal

__all__ = ["Consent", "ConsentText", "ExportRequest", "Look", "Reveal"]
