"""What one office asks of another about an incident, with a date by which to answer (domain.md §5.1.1, §5.1.2, §5.8).

states.py tells as data what kinds there are and what leads where; opening.py and answering.py are the acts; clocks.py
what the clocks do; following.py what becomes of it when the incident moves.
"""
