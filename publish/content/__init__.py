"""What maintainers write: read, checked, measured, dated. Knows no site."""
