"""The campaigns preload a library into their processes, which is done on Linux; elsewhere they are not collected."""

import sys

collect_ignore_glob = [] if sys.platform.startswith("linux") else ["test_campaigns.py"]
