"""台账: the cases of all years until they are closed, what is frozen, what is due again."""
