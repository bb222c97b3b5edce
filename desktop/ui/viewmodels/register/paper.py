"""The register on paper: the cells of its table, and one customer's day with full identity for the shop's own file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from html import escape
from typing import Final

from desktop.application.paper_port import Cell
from desktop.application.register_models import PersonDay, RegisterLine
from desktop.domain.compliance.cash_day import LINE_FEN
from desktop.ui.viewmodels.records.format import local, table_time, yuan
from redflags import Text

HEADINGS: Final = (
    Text("时间", "Time"),
    Text("种类", "Kind"),
    Text("客人", "Customer"),
    Text("金额（元）", "Amount (CNY)"),
    Text("其中现金（元）", "Of it cash (CNY)"),
    Text("经手人", "Handled by"),
    Text("状态", "State"),
)
SHARES: Final = (16, 8, 24, 14, 14, 12, 12)
_KIND: Final = {"sell": Text("卖出", "Sale"), "buyback": Text("回收", "Buy-back")}
_STATE: Final = {"void": Text("已作废", "Void"), "reported": Text("已报送", "Reported"), "": Text("", "")}
_TITLE: Final = Text("贵金属现金交易登记单", "Record of a cash deal in precious metals")
_OWN: Final = Text(
    "本店留存，含个人信息：请锁入档案，身份资料与交易记录至少保存 10 年。",
    "For the shop's own file, with personal data: lock it away; identity and transaction records are kept 10 years.",
)
_LARGE: Final = Text(
    "同一客人同日现金达到 10 万元（含）：自交易日起 5 个工作日内报送大额交易报告；以监管口径为准。",
    "Cash of 100,000 CNY or more of one customer on one day: report within 5 working days of it, as the regulator counts.",
)
_NAMES: Final = {
    "name": Text("姓名", "Name"),
    "id_no": Text("证件号码", "Identity number"),
    "phone": Text("电话", "Phone"),
    "account": Text("付款账户", "Account"),
    "mark": Text("店内记号", "The shop's own mark"),
}
_TO_FILL: Final = Text("（待补）", "(to be added)")
_SIGN: Final = Text(
    "客人签名：＿＿＿＿＿＿＿＿　经手人：＿＿＿＿＿＿＿＿　店长：＿＿＿＿＿＿＿＿",
    "Customer: ____________  Clerk: ____________  Manager: ____________",
)
_WORDS: Final = {
    "shop": Text("店铺", "Shop"),
    "day": Text("日期", "Day"),
    "kind": Text("种类", "Kind"),
    "cash": Text("现金合计", "Cash in all"),
    "amount": Text("金额合计", "Amount in all"),
}


def entry_title(lang: str) -> str:
    """Return the sheet's name."""
    return _TITLE.get(lang)


def register_cells(line: RegisterLine, lang: str) -> tuple[Cell, ...]:
    """Return one entry's cells, in the order of the headings."""
    state = "void" if line.void else "reported" if line.reported_at else ""
    return (
        table_time(line.at),
        _KIND[line.direction].get(lang),
        line.who,
        Decimal(line.amount_fen) / 100,
        Decimal(line.cash_fen) / 100,
        line.member,
        _STATE[state].get(lang),
    )


def entry_html(person: PersonDay, day: date, shop: str, lang: str) -> str:
    """Return one customer's day as a sheet; identity in full, because the law asks the shop to keep it."""
    facts = [
        (_WORDS["shop"], shop),
        (_WORDS["day"], day.isoformat()),
        (_WORDS["kind"], _KIND[person.direction].get(lang)),
        *((text, person.known.get(key, "") or _filled(key, lang)) for key, text in _NAMES.items()),
        (_WORDS["amount"], yuan(person.amount_fen)),
        (_WORDS["cash"], yuan(person.cash_fen)),
    ]
    rows = [[f"{local(row.at):%H:%M}", yuan(row.amount_fen), yuan(row.cash_fen), row.member] for row in person.entries]
    heads = [HEADINGS[place].get(lang) for place in (0, 3, 4, 5)]
    large = f"<p>{escape(_LARGE.get(lang))}</p>" if person.cash_fen >= LINE_FEN else ""
    return (
        f"<h1>{escape(_TITLE.get(lang))}</h1><p>{escape(_OWN.get(lang))}</p>"
        + _table([[name.get(lang), value] for name, value in facts if value])
        + "<br/>"
        + _table([heads, *rows])
        + large
        + f"<p><br/><br/>{escape(_SIGN.get(lang))}</p>"
    )


def _filled(key: str, lang: str) -> str:
    # Name, identity number and contact are what the rule asks for; account and mark are the shop's own help.
    return _TO_FILL.get(lang) if key in ("name", "id_no", "phone") else ""


def _table(rows: list[list[str]]) -> str:
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<table width="100%" border="1" cellpadding="5" cellspacing="0" style="border-collapse: collapse">{body}</table>'
