"""A codebook that changes: what differs between two versions of it, and whom that touches."""
