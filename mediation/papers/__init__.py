"""文书与卷宗: what is printed, signed, filed and put away (domain.md §4.5; People's Mediation Law art. 27-30).

facts/        what the papers say of a case, gathered once
designs/      one function a paper: facts in, layout out
inventory.py  what there is, what is missing, why
binding.py    the whole set as one PDF
"""
