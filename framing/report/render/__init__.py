"""Pages as HTML, as Markdown, as files."""
