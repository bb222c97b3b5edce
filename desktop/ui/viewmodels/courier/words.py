"""What the depot's aids say, in words: carriers, the recipient's senders, duties, densities."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from desktop.application.courier.scan_waybill import Scanned
from desktop.domain.courier.density import DensityTable, Weighed
from desktop.domain.courier.recipient import RecipientSeen
from desktop.ui.viewmodels.records.format import month_day
from redflags import Text

DUTY_NAMES: Final = {
    "real_name": Text("实名收寄", "Identity"),
    "inspection": Text("收寄验视", "Inspection"),
    "scan": Text("过机安检", "Scan"),
}
DUTY_OUTCOME: Final = {
    "done": Text("已做", "Done"),
    "refused": Text("不肯", "Refused"),
    "impossible": Text("无法", "Cannot"),
}
ACCEPTANCE: Final = {
    "accepted": Text("正常收寄", "Accepted"),
    "completed": Text("补充后收寄", "Accepted once completed"),
    "refused": Text("依法不予收寄", "Not accepted, by law"),
    "held": Text("已收寄待核，停止流转", "Accepted, held for checking"),
    "returned": Text("已拦截退回", "Stopped and returned"),
}
_ADVICE: Final = {
    "": Text(
        "三项都做完、做好标记再收寄；收寄之后不得私自拆开或扣留。",
        "Do and mark all three before accepting; once accepted, never open or detain it on your own.",
    ),
    "must-refuse": Text(
        "不肯实名或不让验视的，依法不得收寄（快递暂行条例、邮政法）。",
        "Without identity or inspection the parcel must not be accepted (Express Delivery Regulation, Postal Law).",
    ),
    "stop": Text(
        "这一件不该收：请停止分拣、运输，按规定处理。",
        "This one should not have been accepted: stop sorting and transport, and proceed by the rules.",
    ),
    "undone": Text("三项还没有都做完，做完再收寄。", "Not all three are done: finish them before accepting."),
}  # fmt: skip
_SURE: Final = {
    "likely": Text("看单号是{names}", "By its number: {names}"),
    "maybe": Text("可能是{names}，请看面单", "Perhaps {names}: look at the label"),
    "open": Text("{names}都用这种单号，请看面单", "{names} number like this: look at the label"),
    "none": Text("认不出是哪家，请看面单", "The carrier cannot be told: look at the label"),
    "unusual": Text("不像运单号，请再扫一次或核对", "This does not look like a waybill number: scan again or check it"),
}


def duty_advice(advice: str, lang: str) -> str:
    """Return the law's sentence for the duties as they stand."""
    return _ADVICE[advice].get(lang)


def carrier_words(found: Scanned, lang: str) -> str:
    """Return whose number it may be and how sure that is."""
    names = ("、" if lang == "zh" else ", ").join(carrier.name.get(lang) for carrier in found.carriers)
    key = "none" if found.sureness == "open" and not names else found.sureness
    return _SURE[key].get(lang).format(names=names)


def seen_words(seen: RecipientSeen, lang: str) -> str:
    """Return what the depot's records say about the recipient: counts and days, nobody's name."""
    if not seen.parcels:
        return Text("近 7 天没有别人寄给同一收件人。", "Nobody else sent to this recipient in 7 days.").get(lang)
    days = ("、" if lang == "zh" else ", ").join(month_day(day, lang) for day in seen.days)
    words = Text(
        f"近 7 天同一收件人另有 {seen.parcels} 件（{days}），连这一件共 {seen.senders} 个寄件人。",
        f"{seen.parcels} more to this recipient in 7 days ({days}), {seen.senders} different senders with this one.",
    ).get(lang)
    if seen.unnoted:
        words += Text(f"其中 {seen.unnoted} 件没记寄件人。", f" {seen.unnoted} without a noted sender.").get(lang)
    return words


def weighed_words(found: Weighed, table: DensityTable, declared: str, lang: str) -> list[str]:
    """Return the lines under the density aid, the most important first."""
    lines = []
    goods = next((item for item in table.goods if item.key == declared), None)
    name = goods.name.get(lang).lower() if goods else ""
    shown = f"{found.density:.2f}"
    if not found.odd and not found.fits and found.density < Decimal("0.1"):
        lines.append(Text(f"密度 {shown}：几乎是空的。", f"Density {shown}: almost empty.").get(lang))
    elif found.odd:
        lines.append(
            Text(
                f"密度 {shown}：不像{name}，请当面打开看看。",
                f"Density {shown}: unlike {name}; ask to look inside.",
            ).get(lang)
        )
    elif found.odd is False and goods in found.fits:
        lines.append(Text(f"密度 {shown}：与{name}对得上。", f"Density {shown}: fits {name}.").get(lang))
    elif goods and found.odd is False and found.density < goods.low:
        lines.append(
            Text(
                f"密度 {shown}：比常见的{name}轻，只凭这个看不出什么。",
                f"Density {shown}: lighter than most {name}; that alone says nothing.",
            ).get(lang)
        )
    elif goods and found.odd is False:
        lines.append(
            Text(
                f"密度 {shown}：比常见的{name}重一些，验视时留意。",
                f"Density {shown}: a little heavier than most {name}; look well at inspection.",
            ).get(lang)
        )
    else:
        lines.append(Text(f"密度 {shown} 克/立方厘米。", f"Density {shown} g/cm³.").get(lang))
    lines += _fitting(found, lang)
    return [*lines, table.source.get(lang)]


def too_large_words(lang: str) -> str:
    """Return what is said of boxes whose density means nothing."""
    return Text(
        "箱子超过 3 升，里面多是空隙，不按密度看。", "Over 3 litres a box is mostly air: density says nothing."
    ).get(lang)


def _fitting(found: Weighed, lang: str) -> Sequence[str]:
    gap = "、" if lang == "zh" else "; "
    lines = []
    if found.fits:
        names = gap.join(item.name.get(lang) for item in found.fits)
        lines.append(Text(f"这个密度常见于：{names}。", f"Usual for: {names}.").get(lang))
    if found.odd and found.explained:
        sizes = gap.join(
            Text(
                f"{item.material.name.zh} {item.cm3:.0f} 立方厘米",
                f"{item.cm3:.0f} cm³ of {item.material.name.en.lower()}",
            ).get(lang)
            for item in found.explained
        )
        excess = f"{found.excess_g:.0f}"
        lines.append(Text(f"多出约 {excess} 克，相当于{sizes}。", f"About {excess} g too much: {sizes}.").get(lang))
    return lines
