"""台账: the cases of all years, old lists, quota, rechecks."""
