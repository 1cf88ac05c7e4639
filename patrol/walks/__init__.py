"""Walking a shift: my shifts on the phone, the sign that is scanned, what was found; and the shifts of now at the
desk."""
