"""The pictures of docs/first-hour.md, taken of a place to which its steps were done.

``python -m scripts.pictures`` writes them into docs/pictures.
"""
