"""Who uses this machine."""

import getpass


def machine_user() -> str:
    """The user of this machine, "-" where it has none, as in a container without a table of users."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "-"
