"""整改、初验、核验: windows about how the illegal state of a parcel ends."""
