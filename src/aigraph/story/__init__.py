"""Named stories: Markdown with views and queries in it becomes a page of text beside the live explorer.

Whatever a story points at has to be in the graph: a name, a statement or an article that is not ends the export with
the line where it stands. `docs/stories.md` says how a story is written.
"""

from aigraph.story.cite import Sources
from aigraph.story.tell import Story, tell

__all__ = ["Sources", "Story", "tell"]
