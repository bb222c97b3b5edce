"""Where the frozen counter app starts."""

import sys

from desktop.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
