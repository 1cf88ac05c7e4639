"""What a person can do to a matter, as its page offers it: the form, the action, and the words around it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True)
class Deed:
    """`done` is said afterwards; `hint` tells beforehand what it means; a `grave` one is offered in red.

    A business app says once whose acts they are: `class Deed(deed.Deed): page = "residents:lease"`.
    """

    page: ClassVar[str]  # names of routes begin with it: page of the act "end" is "residents:lease-end"

    act: Any  # a member of the app's TextChoices of acts
    form: type
    do: Callable
    icon: str
    done: Any
    hint: Any = ""
    grave: bool = False

    @property
    def label(self):
        return self.act.label

    @property
    def route(self) -> str:
        return f"{self.page}-{self.act}"
