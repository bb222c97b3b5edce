"""The duty desk as an officer uses it: what there is to press and to read."""

from collections.abc import Callable
from typing import Any, Literal, TypeVar

from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.command import Command
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support import expected_conditions as seen
from selenium.webdriver.support.ui import WebDriverWait

from tests.fakes.desk import PASSWORD

PATIENCE = 20
T = TypeVar("T")


class DeskPage:
    """One browser window on the desk."""

    def __init__(self, driver: Chrome, url: str) -> None:
        self.driver = driver
        self.url = url

    def resize(self, width: int, height: int) -> None:
        """Give the page a size in pixels: a window is never narrower than some 500, a phone is."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def find(self, selector: str) -> WebElement:
        """Wait for an element that can be seen."""
        return self.wait(seen.visibility_of_element_located((By.CSS_SELECTOR, selector)), selector)

    def all(self, selector: str) -> list[WebElement]:
        """Return what is there now."""
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def click(self, selector: str) -> None:
        """Wait until it can be pressed, and press it."""
        ready = seen.element_to_be_clickable((By.CSS_SELECTOR, selector))

        def pressed(driver: Chrome) -> bool:
            found = ready(driver)
            if not isinstance(found, WebElement):
                return False
            found.click()
            return True

        self.wait(pressed, selector)

    def type(self, selector: str, text: str) -> None:
        """Replace the text of a field."""
        field = self.find(selector)
        field.clear()
        field.send_keys(text)

    def shows(self, selector: str, text: str) -> None:
        """Wait until an element holds a text."""
        self.wait(seen.text_to_be_present_in_element((By.CSS_SELECTOR, selector), text), f"{selector}: {text}")

    def until(self, holds: Callable[[], object], what: str) -> None:
        """Wait until something holds."""
        self.wait(lambda _driver: holds(), what)

    def wait(self, condition: Callable[[Any], T | Literal[False]], what: str) -> T:
        """Wait for a condition of the driver."""
        return WebDriverWait(self.driver, PATIENCE, ignored_exceptions=[StaleElementReferenceException]).until(
            condition, what
        )

    def sign_in(self, username: str) -> None:
        """Open the desk and sign in."""
        self.driver.get(self.url)
        self.type("input[name=username]", username)
        self.type("input[name=password]", PASSWORD)
        self.find("input[name=password]").send_keys(Keys.ENTER)
        self.find(".rail")

    def go(self, view: str) -> None:
        """Open a view by the rail."""
        self.click(f".rail a[data-view={view}]")

    def row(self, alert_id: str) -> str:
        """Return the selector of an alert in the queue."""
        return f'.q-item[data-id="{alert_id}"]'

    def press(self, keys: str) -> None:
        """Press keys with nothing in particular in focus."""
        self.driver.find_element(By.TAG_NAME, "body").send_keys(keys)

    def complaints(self) -> list[str]:
        """Return what the browser's console holds against the page (a 401 before sign-in is no complaint)."""
        entries = self.driver.execute(Command.GET_LOG, {"type": "browser"})["value"]
        return [
            str(one["message"]) for one in entries if one["level"] == "SEVERE" and "/desk/session" not in one["message"]
        ]
