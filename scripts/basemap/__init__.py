"""A basemap of one place out of an OpenStreetMap extract: ``python -m scripts.basemap``.

docs/basemap.md says how to use it. The generator knows nothing of this package: what it makes is a
file beside the records, ``basemap.pmtiles``.
"""
