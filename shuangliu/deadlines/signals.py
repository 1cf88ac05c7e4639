"""What clocks have to say to the floors above."""

from django.dispatch import Signal

# Sender Deadline; deadline, step ("warned" | "overdue" | "raised"), at. Sent inside the transaction that
# takes the step, once for each. A receiver that raises takes the step back; it is tried again minutes later.
step_reached = Signal()
