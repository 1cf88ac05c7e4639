"""Who walks which week: the roster, and what a week is filled from (the week before, or a template)."""
