"""Take a merchant into the alliance."""

from station.application import auditing
from station.application.context import Station
from station.application.errors import invalid
from station.application.ports import Unit
from station.application.records import Merchant
from station.domain.findings import FieldError
from station.domain.formats import is_phone
from station.domain.lines import line_errors

TRADES = ("gold", "courier", "bank", "rider", "property", "community", "volunteer")


def create_merchant(
    station: Station, *, name: str, trade: str, address: str, phone: str = "", actor: str = "cli"
) -> Merchant:
    """Store a new merchant and return it; raises Refused("invalid-request") naming each wrong field."""
    errors = line_errors(("name", "名称", name), ("address", "地址", address))
    if not 1 <= len(name.strip()) <= 100:
        errors.append(FieldError("/name", "length", "name needs 1 to 100 characters.", "名称应为1至100个字。"))
    if trade not in TRADES:
        errors.append(
            FieldError("/trade", "enum", f"trade is one of {', '.join(TRADES)}.", f"行业应为：{'、'.join(TRADES)}。")
        )
    if not 1 <= len(address.strip()) <= 200:
        errors.append(FieldError("/address", "length", "address needs 1 to 200 characters.", "地址应为1至200个字。"))
    if phone.strip() and not is_phone(phone):
        errors.append(FieldError("/phone", "phone", "phone is not a phone number.", "电话号码不对。"))
    if errors:
        raise invalid("invalid-request", *errors)

    def job(unit: Unit) -> Merchant:
        now = station.clock.now()
        merchant = Merchant(station.ids.new("mer"), name.strip(), trade, address.strip(), phone.strip(), now)
        unit.merchants.add(merchant)
        auditing.record(unit, at=now, actor=actor, action="merchant.create", subject=f"merchant:{merchant.merchant_id}")
        return merchant

    return station.store.write(job)
