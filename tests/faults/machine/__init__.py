"""The machine around the programs: disks that fill up or go away, clocks that jump, servers that fail over, callers that hang."""
