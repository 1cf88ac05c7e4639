"""/public/: the door of the public. No account; every page works without JavaScript and is made for a phone.

What is shown here is for everybody's eyes: no name, no phone, no house, no word that somebody else has written
(domain.md §7 rules 3, 8 and 10).
"""
