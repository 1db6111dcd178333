"""The kinds of what is recorded: how each changes its tables, and how it is read."""
