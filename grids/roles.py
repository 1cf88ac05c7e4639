"""Roles, and what each may do: the one table of rights (domain.md §5, §5.1.2).

An act is "<matter>.<verb>", the same word as in URL, action, template and audit entry. A role holds an act
in the areas of its posts only. Nobody holds anything that is not written here.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    GRID_WORKER = "grid_worker", _("Grid worker")
    WORKSTATION = "workstation", _("Workstation clerk")
    SUBCENTER = "subcenter", _("Sub-centre dispatcher")
    COUNTY_DISPATCH = "county_dispatch", _("County dispatcher")
    COUNTY_SUPERVISOR = "county_supervisor", _("County supervisor")
    DEPT_HANDLER = "dept_handler", _("Department handler")
    MED_CLERK = "med_clerk", _("Mediation clerk")
    MEDIATOR = "mediator", _("Mediator")
    CHIEF_MEDIATOR = "chief_mediator", _("Chief mediator")
    CENTER_MANAGER = "center_manager", _("Mediation centre manager")
    HOTLINE_AGENT = "hotline_agent", _("Hotline agent")
    HOTLINE_LEAD = "hotline_lead", _("Hotline supervisor")
    PATROL_LEADER = "patrol_leader", _("Patrol leader")
    VOLUNTEER = "volunteer", _("Volunteer")
    REGISTRAR = "registrar", _("Registrar")
    LANDLORD = "landlord", _("Landlord with an account")
    AUDITOR = "auditor", _("Auditor")
    SECURITY_ADMIN = "security_admin", _("Security administrator")
    SYSTEM_ADMIN = "system_admin", _("System administrator")


WORKER, STATION, SUBCENTER = Role.GRID_WORKER, Role.WORKSTATION, Role.SUBCENTER
DISPATCH, SUPERVISOR, HANDLER = Role.COUNTY_DISPATCH, Role.COUNTY_SUPERVISOR, Role.DEPT_HANDLER
CLERK, MANAGER = Role.MED_CLERK, Role.CENTER_MANAGER
LEADER = Role.PATROL_LEADER
AGENTS = {Role.HOTLINE_AGENT, Role.HOTLINE_LEAD}
MEDIATORS = {Role.MEDIATOR, Role.CHIEF_MEDIATOR}

SUBJECT_DESKS = {Role.REGISTRAR, Role.HOTLINE_LEAD}

TIERS = {STATION, SUBCENTER, DISPATCH}  # the desks that own incidents: tiers 2, 3 and 4
# Whose posts a desk hands over to a successor.
HANDED_OVER = {WORKER, *TIERS, SUPERVISOR, HANDLER}
TIER_OF = {WORKER: 1, STATION: 2, SUBCENTER: 3, DISPATCH: 4, SUPERVISOR: 4}

TOP = 4  # the county's tier: above it there is nobody
DESK_OF = {2: STATION, 3: SUBCENTER, 4: DISPATCH}  # who sits at the desk of a tier

RIGHTS: dict[str, frozenset[Role]] = {
    act: frozenset(roles)
    for act, roles in {
        # Where and who
        "area.view": {WORKER, *TIERS, SUPERVISOR, HANDLER, CLERK, MANAGER, *MEDIATORS, *AGENTS, LEADER},
        "change.view": {*TIERS, SUPERVISOR},
        "change.plan": {SUBCENTER, DISPATCH},
        "change.cancel": {SUBCENTER, DISPATCH},
        "post.view": {SUBCENTER, DISPATCH},
        "post.hand-over": {SUBCENTER, DISPATCH},
        "worker.view": {WORKER, *TIERS, SUPERVISOR},
        "worker.edit": {SUBCENTER, DISPATCH},
        # Incidents
        "incident.view": {WORKER, *TIERS, SUPERVISOR, HANDLER},
        "incident.export": {*TIERS, SUPERVISOR, HANDLER},
        "incident.report": {WORKER, *TIERS},
        "incident.locate": TIERS,
        "incident.correct": TIERS,
        "incident.self-handle": {WORKER},
        "incident.accept": TIERS,
        "incident.reject": TIERS,
        "incident.merge": TIERS,
        "incident.unmerge": TIERS,
        "incident.cancel": {WORKER, *TIERS},
        "incident.assign": TIERS,
        "incident.decide": TIERS,
        "incident.escalate": TIERS,
        "incident.hand-down": {SUBCENTER, DISPATCH},
        "incident.sign": {*TIERS, HANDLER},
        "incident.return": {*TIERS, HANDLER},
        "incident.recall": TIERS,
        "incident.resolve": {WORKER, *TIERS, HANDLER},  # a worker: the rework of what one settled oneself
        "incident.suspend": {SUBCENTER, DISPATCH},
        "incident.resume": {SUBCENTER, DISPATCH},
        "incident.verify": {WORKER, *TIERS},
        "incident.rework": {WORKER, *TIERS},
        "incident.close": TIERS,
        "incident.judge": {WORKER, *TIERS},
        "incident.reopen": {WORKER, *TIERS},
        "incident.mediate": TIERS,
        "rule.preview": {SUBCENTER, DISPATCH, SUPERVISOR},
        # Field work
        "day.view": {Role.PATROL_LEADER, Role.VOLUNTEER, WORKER, *TIERS, SUPERVISOR},  # the door to all of it
        "note.view": {WORKER, *TIERS, SUPERVISOR},  # workers their own
        "note.write": {WORKER},
        # Points, routes and shifts. Whoever walks a shift needs no right to it: the duty opens it (Shift.grants).
        "point.view": {Role.PATROL_LEADER, Role.VOLUNTEER, WORKER, *TIERS, SUPERVISOR},
        "point.register": {Role.PATROL_LEADER, DISPATCH},
        "point.correct": {Role.PATROL_LEADER, DISPATCH},
        "point.close": {Role.PATROL_LEADER, DISPATCH},
        "point.sign": {Role.PATROL_LEADER, DISPATCH},  # print the sign, or make the old one worthless
        "point.beside": {Role.PATROL_LEADER, *TIERS, SUPERVISOR},  # where the screening points lie, on the same map
        "route.view": {Role.PATROL_LEADER, *TIERS, SUPERVISOR},
        "route.edit": {Role.PATROL_LEADER},
        "shift.view": {Role.PATROL_LEADER, *TIERS, SUPERVISOR},
        "shift.plan": {Role.PATROL_LEADER},
        "shift.correct": {Role.PATROL_LEADER},
        "shift.staff": {Role.PATROL_LEADER},
        "shift.publish": {Role.PATROL_LEADER},
        "shift.cancel": {Role.PATROL_LEADER},
        "shift.check-in": {Role.PATROL_LEADER},  # for somebody whose phone is dead
        "shift.finish": {Role.PATROL_LEADER},
        "shift.reveal": {Role.PATROL_LEADER},  # the phones of those who walk
        "shift.walk": {Role.PATROL_LEADER, Role.VOLUNTEER, WORKER},  # one's own days
        # Volunteers: the community keeps them, the leader calls them up; above, figures and no person
        "volunteer.view": {Role.PATROL_LEADER, STATION},
        "volunteer.reveal": {Role.PATROL_LEADER, STATION},
        "volunteer.enter": {STATION},
        "volunteer.verify": {STATION},
        "volunteer.activate": {STATION},
        "volunteer.suspend": {STATION},
        "volunteer.resume": {STATION},
        "volunteer.refuse": {STATION},
        "volunteer.withdraw": {STATION},
        "volunteer.correct": {STATION},
        "volunteer.train": {STATION, Role.PATROL_LEADER},
        "volunteer.insure": {STATION},
        "volunteer.bind": {STATION},
        "volunteer.certify": {STATION},
        "volunteer.export": {STATION, Role.PATROL_LEADER},  # masked, and without minors
        "volunteer.figures": {Role.PATROL_LEADER, *TIERS, SUPERVISOR},
        "volunteer.own": {Role.VOLUNTEER},  # the own record
        "team.view": {Role.PATROL_LEADER, STATION},
        "team.form": {Role.PATROL_LEADER, STATION},
        "team.edit": {Role.PATROL_LEADER, STATION},
        "team.join": {Role.PATROL_LEADER, STATION},
        "team.leave": {Role.PATROL_LEADER, STATION},
        "team.close": {Role.PATROL_LEADER, STATION},
        "call-up.view": {Role.PATROL_LEADER, STATION},
        "call-up.make": {Role.PATROL_LEADER, STATION},
        "call-up.answer": {Role.PATROL_LEADER, STATION},  # what somebody told by phone
        "call-up.cancel": {Role.PATROL_LEADER, STATION},
        "call-up.hours": {Role.PATROL_LEADER, STATION},
        "shift.hours": {Role.PATROL_LEADER},
        # The two who swap need no right either (Swap.grants); a desk looks on.
        "swap.view": {Role.PATROL_LEADER, *TIERS, SUPERVISOR},
        "swap.grant": {Role.PATROL_LEADER},
        "swap.refuse": {Role.PATROL_LEADER},
        # Courtyards: the community runs it and the town with it, the county approves the plan and its money. Who built
        # does not accept: that is the town's. A worker sees and enters what stands in the own grid, and a relapse.
        "courtyard.view": {WORKER, *TIERS, SUPERVISOR},
        "courtyard.export": {*TIERS, SUPERVISOR},
        "courtyard.money": {*TIERS, SUPERVISOR},
        "courtyard.reveal": {STATION, SUBCENTER},  # the committee
        "courtyard.enter": {WORKER, STATION, SUBCENTER},
        "courtyard.survey": {WORKER, STATION, SUBCENTER},
        "courtyard.relapse": {WORKER, STATION, SUBCENTER},
        "courtyard.propose": {STATION, SUBCENTER},
        "courtyard.elect": {STATION, SUBCENTER},
        "courtyard.charter": {STATION, SUBCENTER},
        "courtyard.re-elect": {STATION, SUBCENTER},
        "courtyard.plan": {STATION, SUBCENTER},
        "courtyard.item": {STATION, SUBCENTER},
        "courtyard.vote": {STATION, SUBCENTER},
        "courtyard.endorse": {SUBCENTER},
        "courtyard.approve": {DISPATCH, SUPERVISOR},
        "courtyard.send-back": {SUBCENTER, DISPATCH, SUPERVISOR},
        "courtyard.begin": {STATION, SUBCENTER},
        "courtyard.progress": {STATION, SUBCENTER},
        "courtyard.accept": {SUBCENTER},
        "courtyard.settle": {STATION, SUBCENTER},
        "courtyard.review": {STATION, SUBCENTER},
        "courtyard.restart": {STATION, SUBCENTER},
        "courtyard.strike": {SUBCENTER},
        # Four-party agreements: the workstation drafts and keeps them, those above read; who signed it alone reveals
        "agreement.view": {STATION, SUBCENTER, DISPATCH, SUPERVISOR, LEADER},
        "agreement.print": {STATION, SUBCENTER, DISPATCH, SUPERVISOR, LEADER},
        "agreement.export": {STATION, SUBCENTER, DISPATCH, SUPERVISOR},
        "agreement.reveal": {STATION},
        "agreement.draft": {STATION},
        "agreement.correct": {STATION},
        "agreement.sign": {STATION},
        "agreement.unsign": {STATION},
        "agreement.activate": {STATION},
        "agreement.claim": {STATION},
        "agreement.settle": {STATION},
        "agreement.mark": {STATION},
        "agreement.count": {STATION},
        "agreement.renew": {STATION},
        "agreement.terminate": {STATION},
        # Cameras as things: where they stand is for those who keep them in order, and a leader's own town
        "camera.view": {DISPATCH, SUPERVISOR, LEADER},
        "camera.report": {DISPATCH, LEADER},  # a leader walks past it
        "camera.restore": {DISPATCH},
        "camera.register": {DISPATCH},
        "camera.correct": {DISPATCH},
        "camera.remove": {DISPATCH},
        "camera.import": {DISPATCH},
        # Who watches over the area next door: those who call them
        "neighbour.view": {SUBCENTER, DISPATCH, SUPERVISOR, LEADER},
        "neighbour.write": {SUBCENTER, DISPATCH},
        "neighbour.correct": {SUBCENTER, DISPATCH},
        "neighbour.confirm": {SUBCENTER, DISPATCH, LEADER},
        "neighbour.reveal": {SUBCENTER, DISPATCH, LEADER},
        # The six prevention networks, as counts
        "prevention.view": {SUBCENTER, DISPATCH, SUPERVISOR, LEADER},
        # What patrols bring about, as figures, with the points and check-ins behind them
        "effect.view": {Role.PATROL_LEADER, *TIERS, SUPERVISOR},
        "precaution.view": {Role.PATROL_LEADER, *TIERS, SUPERVISOR},
        "precaution.record": {Role.PATROL_LEADER, SUBCENTER, DISPATCH},
        "precaution.withdraw": {Role.PATROL_LEADER, SUBCENTER, DISPATCH},
        # What offices ask of each other about an incident
        "incident.ask-extension": {*TIERS, HANDLER},
        "incident.ask-suspension": {*TIERS, HANDLER},
        "incident.supervise": {SUBCENTER, DISPATCH, SUPERVISOR},
        "incident.whistle": TIERS,
        "incident.give-task": {SUBCENTER, DISPATCH, HANDLER},
        "demand.view": {WORKER, *TIERS, SUPERVISOR, HANDLER},
        "demand.list": {*TIERS, SUPERVISOR, HANDLER},
        "demand.grant": {SUBCENTER, DISPATCH, SUPERVISOR},
        "demand.refuse": {SUBCENTER, DISPATCH, SUPERVISOR},
        "demand.pass-on": {SUBCENTER, DISPATCH},
        "demand.take": {*TIERS, HANDLER},
        "demand.decline": {HANDLER},
        "demand.progress": {*TIERS, HANDLER},
        "demand.arrive": {HANDLER},
        "demand.answer": {*TIERS, HANDLER},
        "demand.send-back": {SUBCENTER, DISPATCH, SUPERVISOR},
        "demand.conclude": {SUBCENTER, DISPATCH, SUPERVISOR},
        "demand.rate": TIERS,
        "demand.take-back": {*TIERS, SUPERVISOR, HANDLER},
        # Residents: tiers 3 and 4 see figures, and no person
        "person.view": {Role.REGISTRAR, STATION, WORKER},
        "person.reveal": {Role.REGISTRAR, STATION},
        "person.register": {Role.REGISTRAR},
        "person.correct": {Role.REGISTRAR},
        "person.confirm": {Role.REGISTRAR},
        "person.move-in": {Role.REGISTRAR},
        "person.move-out": {Role.REGISTRAR},
        "person.merge": {Role.REGISTRAR},
        "person.unmerge": {Role.REGISTRAR},
        "person.export": {Role.REGISTRAR, STATION},  # masked, and without children
        "person.export-clear": {Role.REGISTRAR},  # with a second person's approval
        "household.form": {Role.REGISTRAR},
        "household.join": {Role.REGISTRAR},
        "household.leave": {Role.REGISTRAR},
        "household.relate": {Role.REGISTRAR},
        "household.split": {Role.REGISTRAR},
        "household.correct": {Role.REGISTRAR},
        "dwelling.view": {Role.REGISTRAR, STATION, WORKER, SUBCENTER},
        "dwelling.register": {Role.REGISTRAR},
        "dwelling.correct": {Role.REGISTRAR},
        "import.view": {Role.REGISTRAR},
        "import.upload": {Role.REGISTRAR},
        "import.carry-out": {Role.REGISTRAR},
        "import.undo": {Role.REGISTRAR},
        # Visits: a registrar asks, the worker of the grid goes; how well the register is covered, as counts
        "visit.view": {Role.REGISTRAR, STATION, WORKER},
        "visit.ask": {Role.REGISTRAR},
        "visit.report": {WORKER},
        "visit.enter": {Role.REGISTRAR},
        "visit.cancel": {Role.REGISTRAR},
        "coverage.view": {Role.REGISTRAR, STATION, SUBCENTER, DISPATCH, SUPERVISOR},
        # Leases. A landlord's post opens no area: which premises are theirs, the counter has bound (residents.Holder).
        "lease.view": {Role.REGISTRAR, STATION},
        "lease.export": {Role.REGISTRAR, STATION},
        "lease.reveal": {Role.REGISTRAR},
        "lease.file": {Role.REGISTRAR},
        "lease.submit": {Role.REGISTRAR},
        "lease.need-more": {Role.REGISTRAR},
        "lease.complete": {Role.REGISTRAR},
        "lease.accept": {Role.REGISTRAR},
        "lease.register": {Role.REGISTRAR},
        "lease.refuse": {Role.REGISTRAR},
        "lease.withdraw": {Role.REGISTRAR},
        "lease.correct": {Role.REGISTRAR},
        "lease.decline": {Role.REGISTRAR},
        "lease.change": {Role.REGISTRAR},
        "lease.renew": {Role.REGISTRAR},
        "lease.end": {Role.REGISTRAR},
        "lease.certify": {Role.REGISTRAR},
        "lease.bind": {Role.REGISTRAR},
        "lease.loose": {Role.REGISTRAR},
        "premises.view": {Role.LANDLORD},
        # Care: a registrar what they wrote, an agency what was sent to it (CareReferral.visible_to), nobody above any
        "care.view": {Role.REGISTRAR, HANDLER},
        "care.write": {Role.REGISTRAR},
        "care.send": {Role.REGISTRAR},
        "care.hand-over": {Role.REGISTRAR},
        "care.drop": {Role.REGISTRAR},
        "care.accept": {HANDLER},
        "care.return": {HANDLER},
        "care.begin": {HANDLER},
        "care.end": {HANDLER},
        "care.assign": {Role.REGISTRAR, HANDLER},
        "care.withdraw": {Role.REGISTRAR, HANDLER},  # whichever of the two the person tells
        "care.reveal": {Role.REGISTRAR, HANDLER},
        "care.figures": {DISPATCH, SUPERVISOR},
        "care-task.view": {WORKER},  # one's own: a door and an errand
        "aid.view": {Role.REGISTRAR, HANDLER},
        "aid.apply": {Role.REGISTRAR},
        "aid.take-back": {Role.REGISTRAR},
        "aid.grant": {HANDLER},
        "aid.refuse": {HANDLER},
        "aid.pay": {HANDLER},
        "aid.letter": {Role.REGISTRAR, HANDLER},
        # Mediation
        "case.view": {CLERK, MANAGER, *MEDIATORS, SUPERVISOR, Role.AUDITOR},
        "case.title": {CLERK, MANAGER, *MEDIATORS},  # in lists; on its page everything, for:
        "case.read": {CLERK, MANAGER, *MEDIATORS, Role.AUDITOR},  # parties, sessions, statements
        "case.openings": {MANAGER, Role.AUDITOR},  # who opened it, when and why
        "case.export": {CLERK, MANAGER, SUPERVISOR},  # the outline
        "case.export-clear": {MANAGER},  # parties, with a second person's approval
        "case.exchange": {MANAGER},  # table 30 of GB/T 31000, to other systems
        "case.register": {CLERK, MANAGER},
        "case.accept": {CLERK, MANAGER},
        "case.refuse": {CLERK, MANAGER},
        "case.assign": {MANAGER},
        "case.reassign": {MANAGER},
        # A clerk writes for a mediator without an account only (Case.allows).
        "case.session": {CLERK, *MEDIATORS},
        "case.agree": {CLERK, *MEDIATORS},
        "case.fail": {CLERK, MANAGER, *MEDIATORS},
        "case.retry": {CLERK, *MEDIATORS},
        "case.move-up": {CLERK, MANAGER, *MEDIATORS},
        "case.reopen": {CLERK, MANAGER},
        "case.print": {CLERK, MANAGER, *MEDIATORS},
        "case.file-paper": {CLERK, MANAGER, *MEDIATORS},
        "case.archive": {CLERK, MANAGER},
        "case.take-out": {MANAGER},
        # After the end. Who mediated asks nobody how it was, unless there is no other.
        "case.sign": {CLERK, *MEDIATORS},
        "case.owe": {CLERK, *MEDIATORS},
        "case.perform": {CLERK, *MEDIATORS},
        "case.breach": {CLERK, MANAGER, *MEDIATORS},
        "case.waive": {CLERK, *MEDIATORS},
        "case.urge": {CLERK, MANAGER, *MEDIATORS},
        "case.counsel": {CLERK, MANAGER, *MEDIATORS},
        "case.undo": {CLERK, MANAGER, *MEDIATORS},
        "case.follow-up": {CLERK, MANAGER, *MEDIATORS},
        "case.confirm": {CLERK, *MEDIATORS},
        "case.rule": {CLERK, *MEDIATORS},
        "case.suit": {CLERK, MANAGER, *MEDIATORS},
        "duty.view": {CLERK, MANAGER, *MEDIATORS},
        "case.transfer": {CLERK, MANAGER},
        "case.take": {CLERK, MANAGER},
        "case.hand-back": {CLERK, MANAGER},
        "case.recall": {CLERK, MANAGER},
        "case.move-out": {CLERK, MANAGER},
        "case.report-result": {CLERK, MANAGER},
        "case.invite": {CLERK, MANAGER, *MEDIATORS},
        "case.partner": {CLERK, MANAGER, *MEDIATORS},
        "route.preview": {CLERK, MANAGER, SUPERVISOR},
        "case.reveal": {CLERK, MANAGER, *MEDIATORS},
        "case.join": {CLERK, MANAGER},
        "case.part": {CLERK, MANAGER},
        "case.correct": {CLERK, MANAGER},
        "case.add-party": {CLERK, MANAGER, *MEDIATORS},
        "case.correct-party": {CLERK, MANAGER, *MEDIATORS},
        "case.remove-party": {CLERK, MANAGER, *MEDIATORS},
        "case.represent": {CLERK, MANAGER, *MEDIATORS},
        "case.dismiss": {CLERK, MANAGER, *MEDIATORS},
        "case.consent": {CLERK, MANAGER, *MEDIATORS},
        "figure.view": {CLERK, MANAGER, SUPERVISOR},
        "figure.own": MEDIATORS,
        "figure.mediators": {MANAGER},  # of one's own centre
        # The network of mediation
        "case.private": {MANAGER, *MEDIATORS},  # private talks with one side
        "case.private-note": MEDIATORS,
        "case.start-clock": {CLERK, MANAGER, *MEDIATORS},
        "case.appraise": {CLERK, *MEDIATORS},
        "case.appraised": {CLERK, *MEDIATORS},
        "case.extend": {CLERK, *MEDIATORS},
        "case.team": {MANAGER},
        "case.recusal": {CLERK, MANAGER, *MEDIATORS},
        "case.decide-recusal": {MANAGER},
        "case.bring": {CLERK, *MEDIATORS},
        "case.addendum": {CLERK, *MEDIATORS},
        "case.investigate": {CLERK, *MEDIATORS},
        "case.evidence": {CLERK, MANAGER, *MEDIATORS},
        "case.give-back": {CLERK, MANAGER, *MEDIATORS},
        "case.deposit": {CLERK, MANAGER, *MEDIATORS},
        "case.settle-deposit": {CLERK, MANAGER, *MEDIATORS},
        "case.consult": {MANAGER, *MEDIATORS},
        "case.advise": {MANAGER, *MEDIATORS},
        "case.mark-major": {MANAGER, SUPERVISOR},
        "case.five-ones": {MANAGER, CLERK},
        "case.progress": {CLERK, MANAGER, *MEDIATORS},
        "case.supervise": {MANAGER, SUPERVISOR},
        "case.reply": {MANAGER, *MEDIATORS},
        "case.risk": {CLERK, MANAGER, *MEDIATORS},
        "case.police": {CLERK, MANAGER, *MEDIATORS},
        "case.risk-over": {CLERK, MANAGER, *MEDIATORS},
        "network.view": {CLERK, MANAGER, *MEDIATORS, SUPERVISOR},
        "network.export": {CLERK, MANAGER, SUPERVISOR},
        "network.edit": {MANAGER},
        "mediator.view": {MANAGER, *MEDIATORS},  # mediators their own
        "mediator.declare": {MANAGER, *MEDIATORS},
        "expert.view": {CLERK, MANAGER, SUPERVISOR},
        "meeting.view": {CLERK, MANAGER, SUPERVISOR},
        "meeting.edit": {MANAGER},
        # Screening for disputes, and the warning levels of the points
        "screening.view": {WORKER, *TIERS, CLERK, MANAGER, *MEDIATORS, SUPERVISOR},
        "screening.write": {WORKER, STATION, CLERK, MANAGER, *MEDIATORS},
        "screening.take-back": {WORKER, STATION, CLERK, MANAGER, *MEDIATORS},
        "screening.plan": {MANAGER},
        "warning.view": {*TIERS, CLERK, MANAGER, *MEDIATORS, SUPERVISOR},
        "warning.reset": {MANAGER},
        "warning.rule": {MANAGER},  # the county's: the rule lies at the county (WarningRule.area)
        "situation.view": {SUBCENTER, DISPATCH, CLERK, MANAGER, SUPERVISOR},
        "workload.view": {MANAGER, *MEDIATORS, SUPERVISOR},  # mediators their own row, supervisors counts
        # The hotline: who called is known here and nowhere else
        "ticket.view": AGENTS,
        "ticket.export": {Role.HOTLINE_LEAD},  # without callers
        "ticket.receive": AGENTS,
        "ticket.reveal": AGENTS,
        "ticket.correct": AGENTS,
        "ticket.answer": AGENTS,
        "ticket.dispatch": AGENTS,
        "ticket.mediate": AGENTS,
        "ticket.invalidate": AGENTS,
        "ticket.join": AGENTS,
        "ticket.restore": AGENTS,
        "ticket.remind": AGENTS,
        "ticket.tell": AGENTS,
        "ticket.review": {Role.HOTLINE_LEAD},
        "ticket.send-back": {Role.HOTLINE_LEAD},
        "ticket.circular": {Role.HOTLINE_LEAD},
        "ticket.call-back": AGENTS,
        "ticket.reopen": AGENTS,
        "ticket.publish": {Role.HOTLINE_LEAD},  # what the public may read of it
        # What the hotline answers from
        "article.view": {*AGENTS, HANDLER, SUPERVISOR},
        "article.use": AGENTS,
        "article.write": {*AGENTS, HANDLER},
        "article.edit": {*AGENTS, HANDLER},  # drafts; a department its own (Article.allows)
        "article.confirm": {Role.HOTLINE_LEAD, HANDLER},
        "article.publish": {Role.HOTLINE_LEAD},
        "article.withdraw": {Role.HOTLINE_LEAD},
        "article.reopen": {Role.HOTLINE_LEAD},
        "article.restore": {Role.HOTLINE_LEAD},
        "gap.view": {*AGENTS, HANDLER},  # a department what was passed to it
        "gap.note": AGENTS,
        "gap.answer": {Role.HOTLINE_LEAD, HANDLER},
        "gap.pass-on": {Role.HOTLINE_LEAD},
        "gap.drop": {Role.HOTLINE_LEAD},
        "quality.view": AGENTS,  # agents what was found in their own work
        "quality.note": {Role.HOTLINE_LEAD},
        "call.take": AGENTS,  # one that rings, and the form that it opens
        "shift.begin": AGENTS,
        "shift.pause": AGENTS,
        "shift.resume": AGENTS,
        "shift.end": AGENTS,
        "wall.view": {Role.HOTLINE_LEAD},
        "ticket.hide": {Role.HOTLINE_LEAD},
        "block.view": {Role.HOTLINE_LEAD},
        "block.make": {Role.HOTLINE_LEAD},
        "block.lift": {Role.HOTLINE_LEAD},
        "sign.view": TIERS,
        "sign.make": TIERS,
        # What people tell the hotline, analysed
        "voices.view": {Role.HOTLINE_LEAD, SUPERVISOR},
        "analysis.view": {Role.HOTLINE_LEAD, SUPERVISOR},
        "analysis.draft": {Role.HOTLINE_LEAD},
        "analysis.edit": {Role.HOTLINE_LEAD},
        "analysis.sign": {Role.HOTLINE_LEAD},
        "analysis.issue": {SUPERVISOR},
        "analysis.send-back": {SUPERVISOR},
        "liaison.view": {*AGENTS, SUPERVISOR, DISPATCH},
        "liaison.edit": {Role.HOTLINE_LEAD, SUPERVISOR},
        "plan.view": {*AGENTS, SUPERVISOR, DISPATCH, HANDLER},  # a department its own
        "plan.edit": {Role.HOTLINE_LEAD, SUPERVISOR},
        "plan.drill": {Role.HOTLINE_LEAD, SUPERVISOR, HANDLER},
        # Figures
        "dashboard.view": {STATION, SUBCENTER, DISPATCH, SUPERVISOR, MANAGER, Role.HOTLINE_LEAD},
        "audit.view": {Role.AUDITOR},
        # How long personal data is kept, and what must not be forgotten or used
        "retention.view": {Role.AUDITOR, Role.SECURITY_ADMIN},
        "hold.make": {Role.SECURITY_ADMIN},
        "hold.lift": {Role.SECURITY_ADMIN},
        "restriction.make": {Role.SECURITY_ADMIN},
        "restriction.lift": {Role.SECURITY_ADMIN},
        # Personal data in clear
        "reveal.view": {Role.AUDITOR, Role.SECURITY_ADMIN},  # who revealed what
        "look.search": {Role.AUDITOR},  # who looked at somebody's data
        "export.ask": {MANAGER, Role.REGISTRAR},  # whoever holds the act of an exporter
        "export.fetch": {MANAGER, Role.REGISTRAR},  # one's own
        "export.decide": {Role.SECURITY_ADMIN, SUPERVISOR},  # never one's own
        "export.oversee": {Role.SECURITY_ADMIN, SUPERVISOR, Role.AUDITOR},
        "export.view": {MANAGER, Role.REGISTRAR, Role.SECURITY_ADMIN, SUPERVISOR, Role.AUDITOR},
        # Requests of people about their own data: the desk that took one checks who asks and answers, the security
        # administrator decides (SubjectRequest.allows)
        "subject.view": {*SUBJECT_DESKS, Role.SECURITY_ADMIN},
        "subject.reveal": {*SUBJECT_DESKS, Role.SECURITY_ADMIN},
        "subject.receive": {Role.REGISTRAR},
        "subject.take": {Role.REGISTRAR},  # somebody with number and code comes to this counter
        "subject.identify": SUBJECT_DESKS,
        "subject.refer": SUBJECT_DESKS,
        "subject.extend": {*SUBJECT_DESKS, Role.SECURITY_ADMIN},
        "subject.grant": {*SUBJECT_DESKS, Role.SECURITY_ADMIN},
        "subject.refuse": {Role.SECURITY_ADMIN},
        "subject.carry-out": SUBJECT_DESKS,
        "subject.hand-word": SUBJECT_DESKS,
        "subject.answer": {*SUBJECT_DESKS, Role.SECURITY_ADMIN},
        "subject.withdraw": SUBJECT_DESKS,
        "subject.receipt": SUBJECT_DESKS,  # with the code of whoever asked
        "subject.letter": {*SUBJECT_DESKS, Role.SECURITY_ADMIN},
        "subject.figures": {Role.SECURITY_ADMIN, SUPERVISOR, Role.AUDITOR},
        # The tables that the product is set up by
        "reference.import": {Role.SYSTEM_ADMIN},
    }.items()
}


def roles_with(act: str) -> frozenset[Role]:
    """Who may do `act`. Raises KeyError for an act that nobody wrote down."""
    return RIGHTS[act]
