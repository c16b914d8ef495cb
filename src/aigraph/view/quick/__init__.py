"""The quick page: a picture, a list and a panel in one file, small enough to mail, for up to some 1,500 edges."""

from aigraph.view.quick.html import page
from aigraph.view.quick.limit import LIMIT, strongest

__all__ = ["LIMIT", "page", "strongest"]
