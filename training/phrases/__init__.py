"""The table of stock phrases: word runs that news uses everywhere."""
