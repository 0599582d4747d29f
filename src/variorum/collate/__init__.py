"""Many articles → who has what from whom, and when undated ones appeared."""
