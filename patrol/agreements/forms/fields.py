"""Fields that several forms of agreements have."""

from django import forms


def text(label, *, required: bool = True, rows: int = 3, most: int = 500, **more) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=required, widget=forms.Textarea({"rows": rows}),
                           **more)


def money(label, *, least=0, **more) -> forms.DecimalField:
    """Yuan, to the fen."""
    return forms.DecimalField(label=label, min_value=least, max_digits=12, decimal_places=2,
                              widget=forms.NumberInput({"inputmode": "decimal", "step": "0.01"}), **more)


def hours(label, **more) -> forms.DecimalField:
    return forms.DecimalField(label=label, min_value=0, max_digits=6, decimal_places=1,
                              widget=forms.NumberInput({"inputmode": "decimal", "step": "0.5"}), **more)
