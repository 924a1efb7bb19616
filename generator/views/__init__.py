"""What templates are given: one documented, frozen view per template."""
