"""Drawings of what views show, as SVG."""
