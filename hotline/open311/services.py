"""What can be reported: the categories that are open to the public, with the questions they ask."""

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from incidents.models import Category, Question

from .errors import Refused

DATATYPE = {Question.Kind.TEXT: "string", Question.Kind.NUMBER: "number", Question.Kind.DATE: "datetime",
            Question.Kind.CHOICE: "singlevaluelist", Question.Kind.YES_NO: "singlevaluelist"}


def offered():
    """The categories, in the order of the picker."""
    return Category.objects.reportable().public()


def services() -> list[dict]:
    asking = {question.category_id for question in Question.objects.on(localdate())}
    return [_service(category, bool({category.pk, category.parent_id} & asking)) for category in offered()]


def category_of(code: str) -> Category:
    """Raises Refused for a code that is missing or not offered."""
    if not code:
        raise Refused(400, _("service_code was not provided."))
    found = {category.code: category for category in offered()}.get(code)
    if found is None:
        raise Refused(404, _("service_code was not found."))
    return found


def questions_of(category: Category) -> list[Question]:
    """What is asked about it today: what is asked of its whole group first."""
    asked = Question.objects.on(localdate()).filter(category__in=[category.pk, category.parent_id])
    return sorted(asked, key=lambda question: question.category_id == category.pk)


def definition(category: Category) -> dict:
    asked = enumerate(questions_of(category), start=1)
    return {"service_code": category.code, "attributes": [_attribute(question, order) for order, question in asked]}


def _service(category: Category, has_questions: bool) -> dict:
    return {
        "service_code": category.code, "service_name": category.name,
        "description": category.advice or f"{category.parent.name}：{category.name}",
        "metadata": has_questions, "type": "realtime", "keywords": f"{category.name}, {category.parent.name}",
        "group": category.parent.name,
    }


def _attribute(question: Question, order: int) -> dict:
    attribute = {
        "variable": True, "code": question.code, "datatype": DATATYPE[question.kind], "required": question.is_required,
        # Programs have been seen that fail on empty texts here.
        "datatype_description": question.help or str(question.get_kind_display()), "order": order,
        "description": question.label,
    }
    if values := _values(question):
        attribute["values"] = [{"key": key, "name": name} for key, name in values]
    return attribute


def _values(question: Question) -> list[tuple[str, str]]:
    if question.kind == Question.Kind.YES_NO:
        return [("yes", _("Yes")), ("no", _("No"))]
    return [(option, option) for option in question.options]
