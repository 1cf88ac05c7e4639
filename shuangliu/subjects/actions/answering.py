"""The end: the person is answered, fetches the copy, or takes the request back."""

import secrets
from datetime import datetime
from typing import IO

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from shuangliu import audit
from shuangliu.pages.conflict import Conflict
from shuangliu.protection.exports import files

from ..models import SubjectMove, SubjectRequest
from ..states import Act
from .moving import check, move

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is mistaken for another
LONG = 8


@transaction.atomic
def answer(request: SubjectRequest, *, by, at: datetime, answer: str) -> SubjectRequest:
    """What was done. Raises RequestMoved when somebody was faster."""
    return move(request, Act.ANSWER, by=by, at=at, answer=answer, answered_by=by)


@transaction.atomic
def withdraw(request: SubjectRequest, *, by, at: datetime) -> SubjectRequest:
    """The person takes it back, themselves (`by=None`) or at the desk. Raises RequestMoved."""
    return move(request, Act.WITHDRAW, by=by, at=at)


@transaction.atomic
def hand_word(request: SubjectRequest, *, by, at: datetime) -> str:
    """A new word for the copy, said once: only its hash is kept, and the one before ends. Raises RequestMoved."""
    word = "".join(secrets.choice(LETTERS) for _mark in range(LONG))
    move(request, Act.HAND_WORD, by=by, at=at, copy_word=make_password(word))
    return word


@transaction.atomic
def opens(request: SubjectRequest, word: str, *, at: datetime) -> bool:
    """Whether the word opens the copy; it does so once."""
    row = SubjectRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if not row.has_copy(at) or not row.copy_word or not check_password(word.strip().lower(), row.copy_word):
        return False
    SubjectRequest.objects.filter(pk=row.pk).update(copy_word="")
    audit.record("subject.opened", row, by=None, at=at)
    return True


@transaction.atomic
def fetch(request: SubjectRequest, *, at: datetime) -> IO[bytes]:
    """The copy, to whoever asked; each time is counted and logged. Raises RequestMoved, Conflict when it is gone."""
    row = SubjectRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    check(row, Act.FETCH)
    if not row.has_copy(at):
        raise Conflict(_("There is no copy to fetch any more: seven days are over. Ask for a new one."), matter=row)
    SubjectRequest.objects.filter(pk=row.pk).update(fetched_count=F("fetched_count") + 1,
                                                    fetched_at=row.fetched_at or at)
    SubjectMove.objects.create(request=row, act=Act.FETCH, from_state=row.state, to_state=row.state, at=at)
    audit.record("subject.fetch", row, by=None, at=at, times=row.fetched_count + 1)
    return files.read(row.file)
