"""Files from outside: opened, their encoding, their coordinate system, their fingerprint.

What both intake (issued files) and the overlay (base layers) have to know of a file before they
make their own of it. Each asks for what it wants; what is a fact of the file is found out here.
"""
