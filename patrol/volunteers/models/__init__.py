from .callups import CallUp, Invitation
from .hours import Attendance, Certificate
from .people import Ability, Insurance, Training, Volunteer
from .teams import Team, TeamMember

__all__ = ["Ability", "Attendance", "CallUp", "Certificate", "Insurance", "Invitation", "Team", "TeamMember",
           "Training", "Volunteer"]
