"""A profile full of canaries: none of them sings in the diagnostics file."""

from __future__ import annotations

import json
import logging

from desktop.adapters.logs import LogFiles
from desktop.application.care_models import Contacts, NetworkSettings
from desktop.application.register_models import EntryForm
from tests.unit.desktop_care.conftest import Kept

CANARIES = {
    "name": "欧阳锋锐",
    "phone": "13911112222",
    "id": "110101199003070134",
    "narrative": "客人说要把黄金寄到外地",
    "amount": "876543",
    "waybill": "SF1234567890123",
    "address": "福建省某县某路七十九号",
    "contact": "0597-7654321",
    "proxy": "proxy-canary.example",
    "user": "clerk-canary",
    "password": "s3cret-canary",
    "pin": "2468",
}


def fill(kept: Kept) -> None:
    said = CANARIES
    services = kept.services
    session = services.activate_member("mem_1", "AAAABBBB", said["pin"]).value
    draft = services.start_draft("gold_shop", "mem_1").value
    details = {
        "narrative": said["narrative"],
        "subject_name": said["name"],
        "subject_phone": said["phone"],
        "subject_id_no": said["id"],
        "waybill_no": said["waybill"],
        "recipient_address": said["address"],
    }
    services.save_draft(draft.draft_id, {}, {"amount_cny": int(said["amount"])}, {}, details)
    services.silent_alarm(session, draft.draft_id)
    services.start_draft("gold_shop", "mem_1")
    entry = EntryForm(
        amount=said["amount"],
        cash=said["amount"],
        customer={"name": said["name"], "id_no": said["id"], "phone": said["phone"]},
    )
    services.register.record(entry, session)
    services.care.joining.save_contacts(Contacts(said["name"], said["address"], said["contact"]))
    services.care.network.save(NetworkSettings("manual", said["proxy"], 3128, said["user"]), said["password"])
    services.care.backups.plan(str(kept.home / said["name"]), said["password"] + "-long", automatic=True)
    logging.getLogger("desktop.canary").warning("%s %s %s", said["name"], said["phone"], said["id"])


def test_no_canary_is_in_the_file(kept: Kept) -> None:
    logs = LogFiles(kept.home / "logs")
    try:
        fill(kept)
        text = kept.services.care.diagnostics()
    finally:
        logs.close()
    everything = [
        *CANARIES.values(),
        "鑫福珠宝",
        "中心街",
        "0597-5550188",
        "林秋月",
        "陈志远",
        "mer_1",
        "trm_1",
        str(kept.home),
    ]
    assert not [word for word in everything if word in text]
    said = json.loads(text)
    assert said["profile"]["rows"]["alerts"] == 1
    assert said["profile"]["rows"]["sales"] == 1
    assert said["profile"]["members"] == {"active": 1, "waiting": 1}
    assert said["delivery"]["waiting"] >= 1
    assert said["settings"]["network"] == "manual"
    assert said["settings"]["proxy_sign_in"] is True
    assert said["backups"]["automatic"] is True
    assert any("desktop.canary" in line for line in said["log"])
    assert said["versions"]["counterwatch"]


def test_a_fresh_profile_without_a_log_has_a_file_too(kept: Kept) -> None:
    said = json.loads(kept.services.care.diagnostics())
    assert said["log"] == []
    assert said["profile"]["enrolled"] is True
