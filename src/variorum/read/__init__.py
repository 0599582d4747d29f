"""Article → what is read in it. So far: references to days."""
