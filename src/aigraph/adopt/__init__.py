"""What someone did to a drawing of the graph in Gephi, as decisions about names and statements."""

from __future__ import annotations

from aigraph.adopt.compare import Adoption, adopt
from aigraph.adopt.expected import Expected, expected
from aigraph.adopt.saved import Saved, read_saved

__all__ = ["Adoption", "Expected", "Saved", "adopt", "expected", "read_saved"]
