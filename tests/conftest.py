"""What holds for every test."""

import os

from hypothesis import settings

# Whatever model this version comes with: tests that want one name it.
os.environ.setdefault("HEARTH_MODEL", "none")

# A time limit on each example fails by chance wherever other programs run; speed is measured in bench/.
settings.register_profile("hearth", deadline=None)
settings.load_profile("hearth")
