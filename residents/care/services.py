"""The closed lists of care: what can be asked for and from whom, how it ends, what a worker is asked to do.

Each names a service, never a kind of people. What somebody lives with is no choice of any list (domain.md §4.8).
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Service(TextChoices):
    """The help that is wanted."""

    SUBSIDY = "subsidy", _("Help with a form for a subsidy")
    HOME_HELP = "home_help", _("Help in the home")
    MEALS = "meals", _("Meals brought home")
    SHELTER = "shelter", _("A roof for some nights")
    APPOINTMENT = "appointment", _("Company to a doctor's appointment")
    LEGAL = "legal", _("Legal advice")
    MEDIATION = "mediation", _("Mediation in the family or neighbourhood")
    JOB = "job", _("Finding work or training")
    SCHOOL = "school", _("A place at school, help with learning")
    YOUTH = "youth", _("Activities for young people")


class Kind(TextChoices):
    """The offices that help, by the code of the department or the end of it (dongsheng-civil-affairs)."""

    CIVIL_AFFAIRS = "civil-affairs", _("Civil affairs")
    HEALTH = "health", _("Health")
    JUSTICE = "justice", _("Justice")
    EDUCATION = "education", _("Education")
    YOUTH_LEAGUE = "youth-league", _("Youth league")
    LABOUR = "labour", _("Labour and social insurance")


GIVEN_BY: dict[str, tuple[Kind, ...]] = {
    Service.SUBSIDY: (Kind.CIVIL_AFFAIRS, Kind.HEALTH),
    Service.HOME_HELP: (Kind.CIVIL_AFFAIRS, Kind.HEALTH),
    Service.MEALS: (Kind.CIVIL_AFFAIRS,),
    Service.SHELTER: (Kind.CIVIL_AFFAIRS,),
    Service.APPOINTMENT: (Kind.HEALTH, Kind.CIVIL_AFFAIRS),
    Service.LEGAL: (Kind.JUSTICE,),
    Service.MEDIATION: (Kind.JUSTICE,),
    Service.JOB: (Kind.LABOUR, Kind.CIVIL_AFFAIRS, Kind.JUSTICE, Kind.YOUTH_LEAGUE),
    Service.SCHOOL: (Kind.EDUCATION,),
    Service.YOUTH: (Kind.YOUTH_LEAGUE, Kind.EDUCATION),
}


def kind_of(code: str) -> str:
    """The kind of the office with this code, "" for one that gives no care."""
    return next((kind.value for kind in Kind if code == kind or code.endswith(f"-{kind}")), "")


class Sent(TextChoices):
    """Why an agency sends a referral back."""

    NOT_OURS = "not_ours", _("Another office gives this help")
    NOT_ENTITLED = "not_entitled", _("The rules do not give it to them")
    NOT_REACHED = "not_reached", _("They could not be reached")
    MORE = "more", _("We have to know more first")
    NO_MEANS = "no_means", _("No place or means just now")


class Outcome(TextChoices):
    """How a referral ended."""

    HELPED = "helped", _("Helped")
    PARTLY = "partly", _("Helped in part")
    PASSED_ON = "passed_on", _("Goes on at another office")
    NOT_NEEDED = "not_needed", _("Not needed any more")
    MOVED = "moved", _("Moved away")
    NOT_REACHED = "not_reached", _("They could not be reached")
    NOT_POSSIBLE = "not_possible", _("Could not be given")
    WITHDRAWN = "withdrawn", _("Consent taken back")


CHOSEN = [(one.value, one.label) for one in Outcome if one != Outcome.WITHDRAWN]  # that one is nobody's choice


class Errand(TextChoices):
    """What a worker does at a door. Says what is done, not for what."""

    DELIVER = "deliver", _("Deliver a form")
    FETCH = "fetch", _("Fetch papers")
    TELL = "tell", _("Bring word of a day and place")
    GO_ALONG = "go_along", _("Go along to an office")
    ASK_CALL = "ask_call", _("Ask them to call the office back")


class Hours(TextChoices):
    ANY = "any", _("At any time")
    MORNING = "morning", _("In the morning")
    AFTERNOON = "afternoon", _("In the afternoon")
    EVENING = "evening", _("In the evening")


class Done(TextChoices):
    """What became of a task. A closed list: a worker writes down nothing about people."""

    DONE = "done", _("Done")
    NOBODY = "nobody", _("Nobody at home")
    DECLINED = "declined", _("They do not want it")
    WRONG = "wrong", _("Nobody of this name lives there")
