"""Choices in groups."""


def grouped(rows, key, label=str) -> list:
    """[(group, [(pk, label), …]), …] of rows that come in the order of their groups."""
    groups: dict[str, list] = {}
    for row in rows:
        groups.setdefault(str(key(row)), []).append((row.pk, label(row)))
    return list(groups.items())
