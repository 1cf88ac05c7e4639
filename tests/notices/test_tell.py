"""Telling: once for each person, matter, kind and moment, in the transaction of the act, in two statements."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from shuangliu import notices
from shuangliu.notices.models import Message, Notice
from tests.conftest import NOW

from .samples import told

WHAT = {"text": "SJ00000001 暴露垃圾", "url": "/incidents/1/", "at": NOW}


def test_each_is_told_once(cast):
    for _ in range(2):
        notices.tell([cast.wang.pk, cast.li.pk, cast.wang.pk], "incident.closed", matter=cast.grid, **WHAT)
    assert sorted(Notice.objects.values_list("user__username", flat=True)) == ["li", "wang"]


@pytest.mark.parametrize("other", ["kind", "matter", "moment"])
def test_what_differs_is_told_too(cast, other):
    told(cast.wang)
    told(cast.wang, **{
        "kind": {"kind": "incident.rejected"}, "matter": {"matter": cast.grid},
        "moment": {"at": NOW + timedelta(seconds=1)}}[other])
    assert Notice.objects.count() == 2


def test_an_act_that_is_taken_back_has_told_nobody(cast, mailbox):
    with transaction.atomic():
        told(cast.wang)
        transaction.set_rollback(True)
    assert not Notice.objects.exists()
    assert not Message.objects.exists()


def test_who_is_in_two_audiences_hears_the_first(cast):
    notices.tell_each([notices.Audience("incident.raised", [cast.sun.pk]),
                       notices.Audience("incident.raised_above", [cast.sun.pk, cast.zhao.pk])],
                      matter=cast.grid, **WHAT)
    assert dict(Notice.objects.values_list("user__username", "kind")) == {
        "sun": "incident.raised", "zhao": "incident.raised_above"}


def test_it_costs_two_statements_however_many_are_told(cast, mailbox, group):
    told(cast.he)  # the channels are known
    audience = notices.Audience("incident.assigned", [user.pk for user in cast.people.values()],
                                departments=[group.department_id])
    with CaptureQueriesContext(connection) as queries:
        notices.tell_each([audience], matter=cast.grid, **WHAT)
    assert len(queries) == 2
    assert Message.objects.count() == 2


def test_telling_nobody_costs_nothing(cast):
    with CaptureQueriesContext(connection) as queries:
        notices.tell([], "incident.closed", matter=cast.grid, **WHAT)
    assert len(queries) == 0


def test_a_kind_that_is_no_longer_known_stands_for_itself(cast):
    assert told(cast.wang, kind="incident.forgotten").title == "incident.forgotten"
