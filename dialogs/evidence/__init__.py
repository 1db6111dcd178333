"""举证: the evidence of a parcel."""
