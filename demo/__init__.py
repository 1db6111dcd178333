"""A fictional county for newcomers, developers and tests. Nothing here is shipped or real."""
