"""Amounts, weights and purities as people type them (DOMAIN 5.3): 1.5万, １５万元, 1斤, 千足金."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation

MOST_FEN = 100_000_000 * 100
LEAST_MG, MOST_MG = 1, 100_000 * 1000
_AMOUNT = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)(?P<unit>万|w|千|百)?(?:元|块|块钱|圆|CNY|RMB)?(?:整|正)?", re.IGNORECASE
)
_WEIGHT = re.compile(r"(?P<number>\d+(?:\.\d+)?)(?P<unit>公斤|千克|毫克|[kK][gG]|[mM][gG]|[gG]|克|斤|两|钱)?")
_UNITS_CNY = {None: 1, "百": 100, "千": 1000, "万": 10_000, "w": 10_000, "W": 10_000}
_UNITS_MG = {
    None: 1000, "克": 1000, "g": 1000, "公斤": 1_000_000, "千克": 1_000_000, "kg": 1_000_000, "斤": 500_000,
    "两": 50_000, "毫克": 1, "mg": 1,
}  # fmt: skip
_PURITIES = {
    "足金": "Au990", "AU990": "Au990", "990": "Au990", "千足金": "Au999", "AU999": "Au999", "999": "Au999",
    "万足金": "Au999.9", "AU999.9": "Au999.9", "999.9": "Au999.9", "9999": "Au999.9", "AU9999": "Au999.9",
    "AU999.99": "Au999.99", "999.99": "Au999.99", "99999": "Au999.99", "916": "916", "22K": "916", "750": "750",
    "18K": "750", "585": "585", "14K": "585", "375": "375", "9K": "375",
}  # fmt: skip


class Unreadable(ValueError):
    """A typed value cannot be taken as it is; `zh`/`en` say what to do and never repeat the value."""

    def __init__(self, code: str, zh: str, en: str) -> None:
        super().__init__(code)
        self.code = code
        self.zh = zh
        self.en = en


def plain(text: str) -> str:
    """Return the text with full-width characters made ordinary, without spaces, thousands commas and currency signs."""
    return re.sub(r"[\s,，¥￥]", "", unicodedata.normalize("NFKC", text))


def parse_amount(text: str) -> int:
    """Return fen for an amount in CNY such as 15万, 15w (as chats write it), 1.5万元, 12,345.60; 0 < amount <= 100,000,000 CNY.

    Raises Unreadable.
    """
    found = _AMOUNT.fullmatch(plain(text))
    if found is None:
        raise Unreadable("bad-amount", "金额看不懂，请写成 15000 或 1.5万。", "Write the amount like 15000.")
    fen = _scaled(found["number"], _UNITS_CNY[found["unit"]] * 100)
    if not 0 < fen <= MOST_FEN:
        raise Unreadable(
            "amount-range",
            "金额应大于 0、不超过 1 亿元，请核对。",
            "The amount must be above 0 and at most 100,000,000 CNY.",
        )
    return fen


def parse_weight(text: str) -> int:
    """Return milligrams for a weight such as 50, 50克, 1斤, 2两, 1.2公斤; 0.001 g to 100,000 g.

    钱 is refused: it is 5 g or 3.75 g depending on who says it. Raises Unreadable.
    """
    found = _WEIGHT.fullmatch(plain(text))
    if found is None:
        raise Unreadable("bad-weight", "重量看不懂，请写成 50、50克、1斤 这样。", "Write the weight like 50 or 50 g.")
    unit = found["unit"]
    if unit == "钱":
        raise Unreadable(
            "ambiguous-weight", "「钱」有 5 克和 3.75 克两种算法，请换成克。", "Qian may be 5 g or 3.75 g: give grams."
        )
    mg = _scaled(found["number"], _UNITS_MG[unit.lower() if unit and unit.isascii() else unit])
    if not LEAST_MG <= mg <= MOST_MG:
        raise Unreadable(
            "weight-range",
            "重量应在 0.001 克到 100000 克之间，请核对。",
            "The weight must be from 0.001 g to 100,000 g.",
        )
    return mg


def parse_purity(text: str) -> str:
    """Return the hallmark name for a purity in old or new words (GB 11887: 千足金 is Au999, 万足金 is Au999.9).

    Raises Unreadable.
    """
    known = _PURITIES.get(plain(text).upper())
    if known is None:
        raise Unreadable(
            "bad-purity",
            "成色请选 Au990、Au999、Au999.9、Au999.99、916、750、585 或 375。",
            "Choose Au990, Au999, Au999.9, Au999.99, 916, 750, 585 or 375.",
        )
    return known


def fen_of(cny: float | int | Decimal) -> int:
    """Return whole fen of an amount in CNY, rounded half up."""
    return _scaled(str(cny), 100)


def mg_of(grams: float | int | Decimal) -> int:
    """Return whole milligrams of a weight in grams, rounded half up."""
    return _scaled(str(grams), 1000)


def density_is_odd(weight_mg: int, volume_mm3: int) -> bool:
    """Whether pure gold of this size would weigh over 10 % more or less (19.32 g/cm³): a typing error or a fake."""
    return abs(Decimal(weight_mg) / (Decimal("19.32") * volume_mm3) - 1) > Decimal("0.1")


def _scaled(number: str, factor: int) -> int:
    try:
        return int((Decimal(number) * factor).to_integral_value(rounding="ROUND_HALF_UP"))
    except InvalidOperation:
        raise Unreadable("bad-number", "不是有效的数字，请改正。", "Not a valid number: correct it.") from None
