"""What is done to a month as a whole: import, links, overlay, checks, package, military list."""
