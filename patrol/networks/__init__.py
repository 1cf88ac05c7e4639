"""六张防控网: six prevention networks as views over what other parts keep (domain.md §1.3, §3.3 3.1). No tables.

A part of patrol says in its `networks.py`, which is read at the start, what of it counts for which network:

    @network("technical_video", "cameras", _("Cameras"), page="patrol:camera-list", act="camera.view")
    def cameras(areas):
        return by_town(Camera.objects.standing(), areas)

    @gap("community_group", _("Agreement that ran out, and nobody has renewed it"))
    def run_out(areas, at): …        # what is missing where: Missing(area, text, url)

    @on_duty("street_patrol")
    def shifts(areas, at): …         # who is there today: OnDuty(begins, place, people, url)

A part that is not there registers nothing, and nothing of it stands on the page.
"""

from .registry import Missing, Network, OnDuty, by_area, by_town, gap, network, on_duty, read_resources

__all__ = ["Missing", "Network", "OnDuty", "by_area", "by_town", "gap", "network", "on_duty", "read_resources"]
