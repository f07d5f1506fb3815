from dataclasses import asdict, dataclass


@dataclass
class Preferences:
    theme: str = "light"
    device: str = "default"


def set_preference(preferences: Preferences, name: str, value: str) -> dict:
    """Set the field name of preferences to value and return all fields as a dict."""
# treeplay: complete below
    setattr(preferences, name, value)
    return asdict(preferences)
