"""What one record must be beyond the shapes of its fields: one file a kind, and what all share."""
