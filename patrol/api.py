"""/api/v1/notes/: list and write. The same form, rights and action as the pages."""

from django.utils.timezone import now
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status, viewsets
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response

from incidents.api import with_uuid
from shuangliu.pages import receipts

from .actions import write_note
from .forms import NoteFilter, NoteForm
from .models import Note
from .serializers import NoteSentSerializer, NoteSerializer


class NoteViewSet(viewsets.GenericViewSet):
    """Patrol notes under the caller's rights."""

    allows = {"list": "note.view", "create": "note.write"}
    queryset = Note.objects.none()
    serializer_class = NoteSerializer
    keyset_order = ("-id",)

    @extend_schema(parameters=[OpenApiParameter("kind", str)])
    def list(self, request):
        """Newest first."""
        form = NoteFilter(request.query_params)
        rows = form.narrow(Note.objects.listed_for(request.user)).for_list()
        if form.errors:
            raise ValidationError(form.errors)
        page = self.paginate_queryset(rows)
        return self.get_paginated_response(NoteSerializer(page, many=True).data)

    @extend_schema(request=NoteSentSerializer, responses={200: NoteSerializer, 201: NoteSerializer})
    def create(self, request):
        """Write a note: 201, or 200 with the note written before when the same `uuid` is sent again."""
        sent = with_uuid(request.data)
        if stored := receipts.stored_before(sent["uuid"], Note.objects.filter(by=request.user)):
            return Response(NoteSerializer(stored).data)
        form = NoteForm(sent, request.FILES, by=request.user)
        if not form.is_valid():
            raise ValidationError(form.errors)
        note, is_new = write_note(by=request.user, at=now(), **form.given())
        code = status.HTTP_201_CREATED if is_new else status.HTTP_200_OK
        return Response(NoteSerializer(note).data, status=code)
