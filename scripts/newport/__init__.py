"""How the demonstration place's geography was made from open data.

The generator knows nothing of this package. Its sources are a file of OpenStreetMap data and a
file of ward boundaries; where they come from and what they ask of us is in NOTICE.
"""
