"""A benchmark of derivation: chains of reports with known ancestry, made from texts of our own."""
