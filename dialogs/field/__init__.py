"""外业: field checks, photos, printed sheets."""
