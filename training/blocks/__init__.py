"""The model that gives lines of pages their roles."""
