"""Personal data in a file, approved by a second person (domain.md §7 rule 3: four eyes).

    @exporter("mediation.parties", act="case.export-clear")
    class Parties(Exporter):
        label = _("Parties of cases")
        columns = (Column("number", _("Case number"), attrgetter("case.number")),
                   Column("phone", _("Phone"), attrgetter("phone"), attrgetter("masked_phone")))
        form = PartiesForm

        def rows(self, user, **chosen): …      # under the rule of the list
        def matter(self, row): …               # whose page the look stands on
"""

from .actions import approve, ask, fetch, refuse
from .making import end_over, make, make_waiting
from .registry import Column, Exporter, exporter, exporters_for, get

__all__ = ["Column", "Exporter", "approve", "ask", "end_over", "exporter", "exporters_for", "fetch", "get", "make",
           "make_waiting", "refuse"]
