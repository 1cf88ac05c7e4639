"""房屋租赁登记备案: leases filed, registered, in force and over (谁出租、谁负责; domain.md §4.7, §5.5).

states.py    what leads where, as data
rules.py     what may be let, for how many, which papers are asked and what a self-check looks at, as data
actions/     all that can befall a lease

The pages of landlords, agencies, managers and tenants lie above, in hotline/leases, beside the other doors of the
public.
"""
