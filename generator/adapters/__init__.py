"""One file an outside library, each behind a port."""
