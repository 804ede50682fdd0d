"""Which names are one person: candidates by exact name, second evidence, vetoes."""
