"""Privacy policy as code."""
