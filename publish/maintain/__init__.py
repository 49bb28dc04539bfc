"""What only maintainers see: what is due, what changed, the flow as a picture, which versions fit."""
