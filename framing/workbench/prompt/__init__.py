"""The workbench without a browser."""
