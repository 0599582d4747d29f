"""The record as one HTML file that an editor would forward."""
