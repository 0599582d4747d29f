"""The sample story: a fictional week of diplomacy, written for the project."""
