"""案件: cases, their steps and terms."""
