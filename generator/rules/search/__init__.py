"""The index that a reader's browser searches. Its format is described in docs/search-index.md."""
