"""Pictures: which layers they are, comparing them, services, packing."""
