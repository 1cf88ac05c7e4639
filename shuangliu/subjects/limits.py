"""How long an answer may take and a copy may be fetched."""

from datetime import timedelta

from shuangliu.deadlines import Limit, Unit

CLOCK = "subject"
DAYS = 15  # domain.md §7 rule 9
LIMIT = Limit(DAYS, Unit.WORKING_DAYS)
MORE = 15  # working days: once, with a reason
COPY_KEPT = timedelta(days=7)
CONTACT_KEPT = 180  # days after the end
OF_AGE = 18  # 民法典 art. 17, 19: for whoever is younger the guardian asks
