"""Work plans: choosing, comparing, editing."""
