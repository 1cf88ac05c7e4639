"""红袖套 /patrol/volunteers/: volunteers of the patrol, their teams, call-ups, hours and certificates (domain.md §5.4;
志愿服务条例). They watch, tell and help; they have no power over anybody.
"""
