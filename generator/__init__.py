"""Doorstep: a static-site generator for one place's learning map."""

__version__ = "0.1.0"
