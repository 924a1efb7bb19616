"""What each kind of host is told, in its own files: one file a host, made from one policy."""
