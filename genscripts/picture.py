"""Take the pictures of the pages that the docs show: the example corpus, served, at two widths. Needs Chromium and playwright."""

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

_OUT = Path(__file__).resolve().parents[1] / "docs" / "pictures"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_ARGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip
_SIZES = {"": (1280, 1100), "-390": (390, 900)}
_PLAIN = ("index", "findings", "commitments", "wires", "names", "threads")


def main() -> int:
    """Read the example corpus into a folder that goes again, and take the pictures."""
    browser_path = next(filter(None, map(shutil.which, _NAMES)), None)
    if browser_path is None:
        print("no Chromium is installed", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        demo = Path(folder) / "demo"
        subprocess.run([_tawatur(), "demo", str(demo), "--lang", "ar"], check=True)  # noqa: S603 (own command)
        browser = driver.chromium.launch(executable_path=browser_path, args=list(_ARGS))
        _OUT.mkdir(parents=True, exist_ok=True)
        with _served(demo / "tawatur.sqlite") as root:
            for name, path in _pages(demo / "page").items():
                _take(browser, f"{root}/{path}", name)
        browser.close()
    return 0


def _tawatur() -> Path:
    return Path(sys.executable).with_name("tawatur")


@contextmanager
def _served(store: Path) -> Iterator[str]:
    """The address of a server of the store, which ends with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([_tawatur(), "serve", "--store", str(store), "--port", str(port), "--lang", "ar"])  # noqa: S603 (own command)
    root = f"http://127.0.0.1:{port}"
    try:
        for _ in range(100):
            try:
                urlopen(root, timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        yield root
    finally:
        server.terminate()
        server.wait(20)


def _pages(written: Path) -> dict[str, str]:
    """What is pictured, by name: of each room the page that shows most."""
    rooms = ("story", "name", "thread", "compare", "brief")
    found = {room: f"{room}/{_largest(written / room).name}" for room in rooms}
    return {**{kind: f"{kind}.html" for kind in _PLAIN}, **found, "search": "search?q=%D8%A8%D9%88%D8%A7%D8%A8%D8%A9"}


def _largest(folder: Path) -> Path:
    return max(sorted(folder.glob("*.html")), key=lambda path: path.stat().st_size)


def _take(browser: Browser, address: str, name: str) -> None:
    for ending, (width, height) in _SIZES.items():
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
        page.goto(address)
        page.screenshot(path=str(_OUT / f"{name}{ending}.png"))
        page.close()


if __name__ == "__main__":
    sys.exit(main())
