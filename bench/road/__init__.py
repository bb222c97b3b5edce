"""What the road's benchmarks share: a cheap client, ready letters, a county of many terminals, a bare station as floor."""
