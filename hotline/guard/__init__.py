"""Against abuse of the hotline, decided by its supervisor: who is blocked for a time, what nobody reads in public. How
often anybody may knock is shuangliu.guard's."""
