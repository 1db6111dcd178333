"""Review between county and city: the strip in the dock, and the windows around it."""
