"""Texts nobody should type and somebody will: what a field must take, or refuse with a sentence, and never choke on."""

from __future__ import annotations

NASTY: dict[str, str] = {
    "empty": "",
    "spaces": " \u3000\u00a0\t ",
    "emoji": "👩‍👩‍👧‍👦🧧💰 客人😀",
    "long": "一直在听电话，" * 1_430,
    "control": "a\x01\x02\x07\x08\x0b\x0c\x1b[31m\x7f\x85z",
    "nul": "前\x00后",
    "right-to-left": "שלום \u202eabc\u202c مرحبا \u200f1.5万",
    "full-width": "１２，８００．５０元",
    "pasted table": "姓名\t金额\t克重\r\n张三\t1.5万\t50克\r\n李四\t２６万\t1斤\n",
    "lone surrogate": "半个\ud83d字\udc00",
    "combining": "Z̸̡̢͔̖a̴l̷g̶ó" * 8,
    "zero width": "\u200b\u200d\ufeff客\u2060人",
    "rare surname": "𠮷䶮㛃 𫟹",
    "markup": "<b>&lt;img src=x onerror=alert(1)>{name}%s\\n</b>",
    "sql": "'; DROP TABLE alerts; --",
    "formula": '=HYPERLINK("http://x";"看")',
    "huge number": "9" * 400,
    "negative": "-1",
    "exponent": "1e309",
    "not a number": "NaN",
    "impossible time": "25:61",
    "impossible date": "2026-02-30 10:00",
    "path": "../../etc/passwd\\..\\C:",
    "line breaks": "一\u2028二\u2029三\r四\n五",
}
