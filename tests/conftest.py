"""What holds for every test."""

from hypothesis import settings

# A time limit on each example fails by chance wherever other programs run; speed is measured in bench/.
settings.register_profile("hearth", deadline=None)
settings.load_profile("hearth")
