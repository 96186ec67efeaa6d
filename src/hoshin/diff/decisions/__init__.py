"""What people decided about changes: `policy/<document>/changes.yaml` (changes.md 5)."""
