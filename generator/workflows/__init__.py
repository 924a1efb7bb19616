"""What a person can ask for besides a build: check, serve, geocode, init, new, reference."""
