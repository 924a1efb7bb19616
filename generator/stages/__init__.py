"""One file a stage: discover, parse, link, locate, plan, render, write."""
