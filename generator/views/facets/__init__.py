"""The facets by which opportunities are found: each declared once, a file for each question."""
