"""What `serve` shows, apart from the server itself: which file answers an address, the overlay."""
