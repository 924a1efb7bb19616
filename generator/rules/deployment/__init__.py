"""What is looked at on a site that is online, and what is said of what it answers."""
