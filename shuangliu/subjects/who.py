"""Whose data are looked for: by what was shown at the counter, and by a phone that somebody has rung."""

from dataclasses import dataclass

from django.db.models import Model, QuerySet

from shuangliu.protection import looks


@dataclass(frozen=True)
class Who:
    """`number` stood on the document that was seen; `phone` is empty unless it is proven to be theirs; `about` is the
    matter whose number and code they knew."""

    name: str
    number: str
    phone: str
    about: Model | None = None

    @classmethod
    def of(cls, request) -> "Who":
        """As far as the identity of the request was checked: nothing before that."""
        if not request.identified_how:
            return cls("", "", "")
        return cls(request.name, request.id_number, request.phone if request.is_phone_proven else "", request.about)

    @property
    def keys(self) -> set[str]:
        """Under which looks at their data are found; by every key in use."""
        return {key for number in (self.number, self.phone) if number for key in looks.keys_for(number)}

    def among(self, rows: QuerySet) -> list[Model]:
        """Rows of an Identified model that are this person: by the number; what has none by proven phone and name,
        as a family may share a phone."""
        found = list(rows.filter(id_hash__of=self.number)) if self.number else []
        if self.phone and self.name:
            found += [row for row in rows.filter(phone_hash__of=self.phone, id_hash="") if row.name == self.name]
        return found

    def is_about(self, model: type[Model]) -> bool:
        return isinstance(self.about, model)
