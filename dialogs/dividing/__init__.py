"""分宗: dividing a patch and putting parcels together."""
