"""总览、统计、通报: windows of the city's figures, warnings and reports."""
