"""关爱帮扶转介: a need that somebody told, handed to the office that helps (domain.md §4.8, §5.8, §7).

In place of lists of "special people". A referral rests on the consent of the person or the guardian, is seen by the
registrar who wrote it and the agency that helps, and is restricted half a year after its end. The grid worker who
carries a form to a door gets a task, and learns nothing of the need.

services.py  what can be asked for and who gives it, how it ends, what a worker is asked to do: closed lists
states.py    what leads where, as data
actions/     all that can befall a referral, its tasks and its applications for aid
"""
