"""What stays hidden until an officer states a purpose."""

import pytest

from station.domain.masks import has_masked, mask, mask_body


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("phone", "13800138000", "138****8000"),
        ("name", "吴桂英", "吴**"),
        ("name", "吴", "吴*"),
        ("id_no", "11010519491231002X", "110*************2X"),
        ("account", "6222021234567890123", "***************0123"),
        ("address", "广东省佛山市南海区桂城街道", "广东省佛山市***"),
        ("address", "东街1号", "***"),
        ("phone", "12345", "*****"),
    ],
)
def test_the_middle_is_hidden(kind: str, value: str, shown: str) -> None:
    assert mask(kind, value) == shown


def test_people_are_masked_and_the_rest_is_left() -> None:
    body = {
        "subject": {"desc": "灰外套", "name": "吴桂英", "phone": "13612345678"},
        "recipient": {"address": "广东省佛山市南海区桂城街道"},
        "payee": {"account": "6222021234567890123", "bank": "某行"},
        "waybill_no": "SF1234567890123",
        "narrative": "原话",
    }
    shown = mask_body(body)
    assert shown["subject"] == {"desc": "灰外套", "name": "吴**", "phone": "136****5678"}
    assert shown["payee"]["bank"] == "某行"
    assert (shown["waybill_no"], shown["narrative"]) == ("SF1234567890123", "原话")
    assert "佛山市南海区" not in str(shown)
    assert body["subject"] == {"desc": "灰外套", "name": "吴桂英", "phone": "13612345678"}


def test_a_description_alone_hides_nothing() -> None:
    assert not has_masked({"subject": {"desc": "灰外套"}})
    assert has_masked({"recipient": {"name": "刘建国"}})
