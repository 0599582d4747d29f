"""Draw the pictures of README.md anew, from the sample story as a browser shows it.

    variorum demo && variorum serve sample-story.variorum
    python scripts/draw_pictures.py http://127.0.0.1:8350

Needs what the tests need: Playwright and Chromium (`scripts/install-chromium`).
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"


def draw(page: Page, address: str) -> None:
    """All pictures: a page, and as much of it as shows its point."""
    page.goto(f"{address}/story")
    save(page, "story", 1560)
    page.goto(f"{address}/lineage")
    page.locator(".retold", has_text="falsely claiming").get_by_text("Side by side").first.click()
    save(page, "side-by-side", 1000)
    page.goto(f"{address}/statements")
    save(page, "statements", 800)


def save(page: Page, name: str, height: int) -> None:
    """The top of a page, 1,200 points wide."""
    page.screenshot(
        path=FOLDER / f"{name}.png",
        full_page=True,
        clip={"x": 0, "y": 0, "width": 1200, "height": height},
    )


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 800}, color_scheme="light")
        draw(page, sys.argv[1].rstrip("/"))
        browser.close()
