"""Take the picture of the page that the README shows: a story of the example corpus. Needs Chromium and playwright."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

_OUT = Path(__file__).resolve().parents[1] / "docs" / "pictures" / "story.png"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_ARGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip


def main() -> int:
    """Read the example corpus into a folder that goes again, and take the picture of its largest story."""
    browser_path = next(filter(None, map(shutil.which, _NAMES)), None)
    if browser_path is None:
        print("no Chromium is installed", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        demo = Path(folder) / "demo"
        subprocess.run([Path(sys.executable).with_name("tawatur"), "demo", str(demo), "--lang", "ar"], check=True)  # noqa: S603 (own command)
        stories = (demo / "page" / "story").glob("*.html")
        largest = max(sorted(stories), key=lambda path: path.stat().st_size)
        browser = driver.chromium.launch(executable_path=browser_path, args=list(_ARGS))
        page = browser.new_page(viewport={"width": 1280, "height": 1500}, color_scheme="light")
        page.goto(largest.as_uri())
        _OUT.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(_OUT))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
