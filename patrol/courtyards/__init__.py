"""三无院落整治: old courtyards without guard, property manager or organisation (domain.md §5.6).

First the residents govern themselves (committee and charter), then money is spent: 先自治后整治. Why it stands in
patrol and not in grids: docs/decisions/0036-courtyards-stand-in-patrol.md.

catalogue.py  what can be chosen: the four defences, kinds of works, sources of money
states.py     what leads where, as data
actions/      all that can befall a courtyard
"""


def ready() -> None:
    """Say once, at start, who sees its files and its people, and what is told and heard."""
    from . import guards, news, personal, receivers  # noqa: F401 - receivers listen once they are read

    guards.register()
    personal.register()
    news.name_kinds()
