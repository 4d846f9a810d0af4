"""What `make bench` measures: each figure against its floor, in the same run."""
