"""Where the frozen station starts; it lies beside the app for practice mode and for small police stations."""

import sys

from station.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
