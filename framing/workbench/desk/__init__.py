"""What one coder may see and keep: articles, drafts, texts, settings."""
