"""The explorer: a graph of any size as one page; its script is built from `explorer/` with npm."""

from aigraph.view.explorer.page import explorer, is_built

__all__ = ["explorer", "is_built"]
