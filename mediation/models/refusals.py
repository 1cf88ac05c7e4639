"""Why a dispute is not accepted, and where its applicant may turn instead."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RefusedCode(models.TextChoices):
    """Reasons for not accepting, as counted (人民调解工作若干规定 2002 art. 22; 医疗纠纷预防和处理条例 art. 31)."""

    IN_COURT = "in_court", _("Already before a court")
    ELSEWHERE = "elsewhere", _("Another channel handles it")
    OUT_OF_SCOPE = "out_of_scope", _("Outside people's mediation")
    OTHER_REFUSES = "other_refuses", _("The other side refuses mediation")
    NOT_OUR_AREA = "not_our_area", _("Not of this area")
    WITHDRAWN = "withdrawn", _("The applicant withdrew")
    UNREACHABLE = "unreachable", _("A side cannot be found")
    OTHER = "other", _("Other reason")


ADVICE = {
    RefusedCode.IN_COURT: _("The dispute is before the court: please go on there. The court may also mediate, or "
                            "entrust mediation with the consent of both sides."),
    RefusedCode.ELSEWHERE: _("The dispute is being handled elsewhere: please wait for the result there. If it ends "
                             "without one, you may apply for mediation again."),
    RefusedCode.OUT_OF_SCOPE: _("The law leaves this matter to a competent authority: please turn to that authority, "
                                "or bring an action before the people's court. Suspected offences are reported to the "
                                "police (110)."),
    RefusedCode.OTHER_REFUSES: _("Mediation is voluntary. You may apply for arbitration where the law provides it, "
                                 "ask the "
                                 "competent administrative authority to deal with the dispute, or bring an action "
                                 "before the people's court."),
    RefusedCode.NOT_OUR_AREA: _("Please turn to the people's mediation committee where the other side lives or where "
                                "the dispute arose; we gladly tell you its address."),
    RefusedCode.WITHDRAWN: _("The application was withdrawn. You may apply for mediation again at any time."),
    RefusedCode.UNREACHABLE: _("One side cannot be found. You may apply again with its address, or bring an action "
                               "before the people's court."),
    RefusedCode.OTHER: _("You may apply for arbitration where the law provides it, ask the competent administrative "
                         "authority to deal with the dispute, or bring an action before the people's court."),
}
