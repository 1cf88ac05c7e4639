"""What incidents have to say to those who follow them."""

from django.dispatch import Signal

# Sender Incident; incident (as it is now), was (as it was before), act, by, at. Sent for every act, inside its
# transaction: a receiver that raises takes the act back.
incident_moved = Signal()
