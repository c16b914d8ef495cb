"""The graph in its two forms: quads for machines (`rdf`), nodes and edges for eyes (`network`)."""
