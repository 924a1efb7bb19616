"""How a site gets onto the disk in one step; ``generator.adapters.publication`` is its door."""
