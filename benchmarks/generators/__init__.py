"""The same city as a site of Hugo, Eleventy, Pelican and MkDocs: for the benchmark of builds.

One file a generator says how the records are laid out for it and what starts its build;
``templates/`` holds its settings and its pages. All of them are ours, and as small as they can be.
"""
