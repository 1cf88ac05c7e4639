"""Looking for disputes where they tend to arise, and the warning level that follows from those still open.

plans and results: periods.py, sweep.py (a period opens, reminds, closes), results.py (writing down what was found).
warning levels: rule.py (the judgement, pure), counting.py (which cases count), levels.py (keeping them up to date),
resets.py, rules.py. The three pictures: situation.py (towns), states.py (points), workload.py (mediators).
Source: domain.md §5.2 (last paragraph), §3 P18, P19, P22, §7.
"""
