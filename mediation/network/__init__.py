"""The mediation network as it is kept from day to day: who sits in an organisation and until when, when a window is
open, what a mediator learned, the pool of experts, the member units of a centre and what their meetings decided.

`lacks.py` says what the law asks of an organisation and what is missing; `gaps.py` which disputes have nobody who
specialises in them; `registers.py` what a centre's manager may write. Nothing is deleted: it is taken out of service.
"""
