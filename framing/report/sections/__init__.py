"""What pages say, one topic a module."""
