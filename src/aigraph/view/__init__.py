"""Graphs as pages that work from a file: no server, no network, every edge with the sentence that proves it."""
