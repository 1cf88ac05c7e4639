"""What was done to a ticket: every act, and every attempt to reach the caller again."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.models import Incident

from ..states import Act, State
from .tickets import Ticket


class TicketMove(models.Model):
    """工单流转记录. One act on a ticket; `by` is empty for what the system, an office or the caller did."""

    ticket = models.ForeignKey(Ticket, models.CASCADE, related_name="moves", db_index=False, verbose_name=_("ticket"))
    act = models.CharField(_("act"), max_length=12, choices=Act)
    from_state = models.CharField(_("from"), max_length=10, choices=State, blank=True)
    to_state = models.CharField(_("to"), max_length=10, choices=State)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False,
                           verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    note = models.TextField(_("note"), blank=True)
    due_at = models.DateTimeField(_("due at"), null=True)

    class Meta:
        verbose_name = _("move of a ticket")
        verbose_name_plural = _("moves of tickets")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["ticket", "id"], name="ticket_move_of"),
            models.Index(fields=["at", "id"], name="ticket_move_at"),  # what happened since
        ]

    def __str__(self):
        return f"{self.get_act_display()} {self.at:%F %T}"


class CallBack(models.Model):
    """回访. One attempt to ask the caller how it was. Only who was reached can be satisfied or not."""

    class Result(models.TextChoices):
        REACHED = "reached", _("Reached")
        UNREACHABLE = "unreachable", _("Not reached")
        REFUSES = "refuses", _("Does not want to say")

    ticket = models.ForeignKey(Ticket, models.CASCADE, related_name="call_backs", verbose_name=_("ticket"))
    result = models.CharField(_("result"), max_length=11, choices=Result)
    satisfaction = models.CharField(_("satisfaction"), max_length=12, choices=Incident.Satisfaction, blank=True)
    note = models.CharField(_("what was said"), max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False,
                           verbose_name=_("by"))
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("call-back")
        verbose_name_plural = _("call-backs")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="call_back_reached_says", condition=Q(result="reached") & ~Q(satisfaction="")
                                   | ~Q(result="reached") & Q(satisfaction="")),
        ]

    def __str__(self):
        return f"{self.get_result_display()} {self.at:%F %T}"
