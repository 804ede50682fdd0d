"""What we know: people, organizations and roles concluded from claims, and the door to the graph that keeps them."""
