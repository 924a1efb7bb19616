"""One file an output: an edition of the place to pages and artifacts."""
