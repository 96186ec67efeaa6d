"""HTML: one self-contained page a document, without script and without any request (rendering.md section 6)."""
