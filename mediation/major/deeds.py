"""The acts about a major dispute."""

from django.utils.translation import gettext_lazy as _

from ..deed import Deed
from ..states import IN_HAND, Act
from . import actions, forms
from .rules import is_major

DEEDS = (
    Deed(Act.MARK_MAJOR, forms.MarkMajorForm, actions.mark_major, "flag", _("It is a major dispute now."),
         _("The five ones have to be written before a mediator is appointed, and progress is reported every week."),
         card="major"),
    Deed(Act.FIVE_ONES, forms.FiveOnesForm, actions.write_five_ones, "list", _("Saved."),
         _("All five are needed before a mediator is appointed. You may write them bit by bit."), card="major"),
    Deed(Act.PROGRESS, forms.ProgressForm, actions.note_progress, "edit",
         _("The note is kept; the next is due in a week."),
         card="major"),
    Deed(Act.SUPERVISE, forms.SuperviseForm, actions.supervise_case, "flag", _("The order is given."), card="orders"),
    Deed(Act.REPLY, forms.ReplyForm, actions.reply_to_order, "send", _("The reply is there."), card="orders"),
)


def _asked(case) -> bool:
    return case.supervisionorders.filter(replied_at=None).exists()


ROOM = {
    Act.MARK_MAJOR: lambda case: not is_major(case),
    Act.FIVE_ONES: is_major,
    Act.PROGRESS: lambda case: case.state in IN_HAND and is_major(case),
    Act.SUPERVISE: lambda case: not _asked(case),
    Act.REPLY: _asked,
}
