"""What requests themselves hold of whoever asked before."""

from django.utils.translation import gettext_lazy as _

from .models import SubjectRequest
from .registry import Holder, holder


@holder("subjects.request", _("Requests about own data"), act="subject.view")
class Requests(Holder):
    kept = _("It proves that your request was answered (Personal Information Protection Law, article 69); names and "
             "numbers are taken out half a year after its end.")

    def find(self, who):
        return who.among(SubjectRequest.objects.filter(is_forgotten=False))

    def facts(self, asked):
        return [(_("asks"), asked.get_kind_display()), (_("at"), asked.at), (_("state"), asked.get_state_display()),
                (_("full name"), asked.name), (_("ID number"), asked.id_number), (_("phone"), asked.phone),
                (_("words"), asked.text), (_("answer"), asked.answer or asked.reason)]

    def forgotten_by(self, asked):
        return ("subject-request.contact", asked) if not asked.is_open else None
