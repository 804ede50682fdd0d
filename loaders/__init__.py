"""How we come to know it: documents and tables in, claims out, claims brought to the graph."""
