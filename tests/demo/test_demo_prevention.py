"""Prevention in the demo county: every state of an agreement, cameras with and without faults, the border."""

from collections import Counter

from django.urls import reverse

from patrol.agreements import results
from patrol.agreements.models import Claim, FourPartyAgreement
from patrol.agreements.states import State
from patrol.assets.models import Camera, Neighbour
from patrol.assets.states import State as CameraState
from shuangliu.accounts.models import User


def test_agreements_stand_in_every_state(tiny):
    states = Counter(FourPartyAgreement.objects.values_list("state", flat=True))
    assert set(states) == set(State)
    station = User.objects.get(username="station")
    own = FourPartyAgreement.objects.visible_to(station)
    assert set(own.values_list("state", flat=True)) == set(State)  # in the community of the tour too
    assert set(Claim.objects.values_list("state", flat=True)) >= {"paid", "filed"}
    rows = results.by_area(results.chosen(User.objects.get(username="county"), "running"), "town")
    assert all(row.before and row.paid is not None for row in rows)


def test_cameras_stand_in_grids_and_some_are_out_of_order(tiny, client):
    assert set(Camera.objects.values_list("state", flat=True)) == {CameraState.WORKING, CameraState.FAULTY}
    assert not Camera.objects.filter(state="faulty", incident=None).exists()
    assert Camera.objects.exclude(area__level="grid").count() == 0
    assert Neighbour.objects.count() == 12
    client.force_login(User.objects.get(username="patrol"), backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("patrol:camera-list")).context["page"].rows
    assert client.get(reverse("patrol:network-list")).status_code == 200
