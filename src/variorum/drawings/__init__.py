"""Pictures of what a record holds, as SVG that stands alone: in a page, a file or a notebook."""
