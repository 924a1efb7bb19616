"""The types that flow through the pipeline. Nothing here imports another room."""
