"""A network as a page that works from a file: no server, no network, every edge with the sentence that proves it."""

from aigraph.view.html import page

__all__ = ["page"]
