"""So that `python -m timeline_app.cli` is `timeline-app`."""

import sys

from timeline_app.cli import main

sys.exit(main())
