"""What each refusal of the station means for a clerk: problem slug -> (what happened, what to do) in Chinese and English."""

from __future__ import annotations

from typing import Final

from desktop.ui.runtime.error_text_words import Row

SLUG_WORDS: Final[dict[str, Row]] = {
    "unknown-code": (
        "没有这个码。",
        "请核对 8 位字符（没有 0、1、I、O），或向值班台要一个新的。",
        "There is no such code.",
        "Check the 8 characters (no 0, 1, I or O), or ask the duty desk for a new one.",
    ),
    "expired-code": (
        "这个码已经过期、用过，或输错次数太多。",
        "请向值班台要一个新的码，10 分钟内用完。",
        "This code has expired, was used, or was mistyped too often.",
        "Ask the duty desk for a new one and use it within 10 minutes.",
    ),
    "wrong-activation-code": (
        "启用码不对。",
        "请核对这位店员自己的启用码，再输一次。",
        "That activation code is not right.",
        "Check this clerk's own code and enter it again.",
    ),
    "already-activated": (
        "这位店员已经在别的电脑上启用。",
        "请在那台电脑上登录，或请值班台重新发启用码。",
        "This clerk is already active on another PC.",
        "Sign in there, or ask the duty desk for a new activation code.",
    ),
    "unknown-member": (
        "值班台的名册里没有这位店员。",
        "请联系值班台核对店员名册。",
        "The duty desk's list does not hold this clerk.",
        "Ask the duty desk to check the list of members.",
    ),
    "stale-signature": (
        "这台电脑的时间不准，值班台没有接受。",
        "请把电脑时间校准到北京时间，会自动再送。",
        "This PC's clock is wrong, so the duty desk did not accept it.",
        "Set the clock; it will be resent automatically.",
    ),
    "bad-signature": (
        "值班台认不出这台电脑的签名。",
        "没有送达的内容都留着；请联系值班台核对登记。",
        "The duty desk could not verify this PC's signature.",
        "Everything not delivered is kept; ask the duty desk to check the enrolment.",
    ),
    "unknown-key": (
        "值班台不认识这台电脑。",
        "没有送达的内容都留着；请联系值班台重新登记。",
        "The duty desk does not know this PC.",
        "Everything not delivered is kept; ask the duty desk to enrol it again.",
    ),
    "terminal-revoked": (
        "这台电脑的登记已被撤销，不能再送。",
        "没有送达的内容都留着；请联系值班台，紧急的请拨 110。",
        "This PC's enrolment was withdrawn; it cannot send.",
        "Everything not delivered is kept; contact the duty desk, and dial 110 if urgent.",
    ),
    "not-your-merchant": (
        "这一条不属于登记的店铺。",
        "请联系值班台核对店铺登记。",
        "This does not belong to the enrolled shop.",
        "Ask the duty desk to check the shop's enrolment.",
    ),
    "replayed-nonce": (
        "这个请求已经收到过一次。",
        "请等几秒再按一次。",
        "This request was already received once.",
        "Wait a few seconds and press again.",
    ),
    "bad-digest": (
        "内容在路上被改动或截断，没有接受。",
        "会自动再送；常出现请检查网络和代理。",
        "The content was changed or cut on the way; not accepted.",
        "It will be sent again; if this repeats, check the network and proxy.",
    ),
    "too-large": (
        "内容太长，值班台没有接受。",
        "请把要点写短一些，作为补充再送。",
        "The content is too long for the duty desk.",
        "Send a shorter version as a supplement.",
    ),
    "too-many-requests": (
        "送得太频繁，值班台请稍等。",
        "会自动再送；紧急的请拨 110。",
        "Too many requests; the duty desk asks to wait.",
        "It will be resent automatically; if urgent, dial 110.",
    ),
    "invalid-alert": (
        "值班台说有几项填得不对。",
        "请改好后重新提交一次；紧急的请拨 110。",
        "The duty desk says some items are not right.",
        "Correct them and submit once more; if urgent, dial 110.",
    ),
    "alert-id-conflict": (
        "同一个编号下已有另一份内容。",
        "值班台保留了先收到的；请把新内容作为补充送出。",
        "Another content already exists under this number.",
        "The duty desk kept the first; send the new content as a supplement.",
    ),
    "unknown-alert": (
        "值班台还没有收到这一条，补充暂不能送。",
        "会先送主要内容，再送补充。",
        "The duty desk does not have this alert yet.",
        "The alert goes first, then the supplement.",
    ),
    "out-of-order": (
        "补充的次序不对。",
        "会自动按次序再送。",
        "The supplements arrived out of order.",
        "They will be sent again in order.",
    ),
    "supplement-conflict": (
        "这一条补充的编号已有另一份内容。",
        "请把新内容再写一条补充。",
        "Another supplement already has this number.",
        "Write the new content as a further supplement.",
    ),
    "bad-member-signature": (
        "店员的签名没有通过核对。",
        "请重新登录后再试。",
        "The clerk's signature could not be verified.",
        "Sign in again and retry.",
    ),
    "member-assertion": (
        "需要本人登录才能查看。",
        "请用自己的口令重新登录。",
        "Only the member may see this.",
        "Sign in again with your own PIN.",
    ),
    "illegal-transition": (
        "这一步现在不能办，状态已经变了。",
        "页面已更新，请看最新状态。",
        "This step is not possible now; the state has changed.",
        "The page is up to date; look at the newest state.",
    ),
    "epoch-changed": (
        "值班台刚恢复过，正在重新核对。",
        "不用做什么，没有收到的会自动再送。",
        "The duty desk was just restored and is checking again.",
        "Nothing to do: what is missing is resent automatically.",
    ),
    "rate-limited": (
        "送得太频繁，值班台请稍等。",
        "会自动再送；紧急的请拨 110。",
        "Too many requests; the duty desk asks to wait.",
        "It will be resent automatically; if urgent, dial 110.",
    ),
    "already-enrolled": (
        "这台电脑的登记钥匙已经用过。",
        "请重新开始登记，会换一把新的钥匙。",
        "This PC's enrolment key was used before.",
        "Start the enrolment again; a new key is made.",
    ),
    "unknown-reward": (
        "值班台没有这项奖励。",
        "请刷新后再看；仍有疑问请联系值班台。",
        "The duty desk has no such reward.",
        "Refresh and look again; ask the duty desk if in doubt.",
    ),
    "not-found": (
        "值班台没有这项服务。",
        "请核对服务地址，或升级本程序。",
        "The duty desk does not offer this.",
        "Check the service address, or update this program.",
    ),
    "method-not-allowed": (
        "值班台不支持这个操作。",
        "请升级本程序，或联系值班台。",
        "The duty desk does not support this action.",
        "Update this program, or ask the duty desk.",
    ),
    "bad-request": (
        "值班台没有看懂这个请求。",
        "请升级本程序后再试。",
        "The duty desk could not read the request.",
        "Update this program and try again.",
    ),
    "bad-json": (
        "值班台没有看懂送去的内容。",
        "请升级本程序后再试；紧急的请拨 110。",
        "The duty desk could not read what was sent.",
        "Update this program and try again; if urgent, dial 110.",
    ),
    "withdrawn": (
        "这一条已经撤回，只能再补充事实。",
        "请把要说的写成一条补充。",
        "This alert was withdrawn; only facts can be added.",
        "Write what you want to say as a supplement.",
    ),
    "unknown-attachment": (
        "值班台还没有这个附件。",
        "会自动从头再送。",
        "The duty desk does not have this attachment yet.",
        "It starts over automatically.",
    ),
    "wrong-offset": (
        "附件的进度对不上。",
        "会自动从断开的地方再送。",
        "The attachment's progress did not match.",
        "It carries on from where it stopped.",
    ),
    "too-many-attachments": (
        "附件最多 5 个。",
        "请去掉不要紧的再送。",
        "There can be 5 attachments at most.",
        "Leave out the less important ones.",
    ),
    "unsupported-type": (
        "这种文件不能作附件。",
        "请用 JPG、PNG 图片或 PDF。",
        "This kind of file cannot be attached.",
        "Use a JPG or PNG picture, or a PDF.",
    ),
    "invalid-supplement": (
        "这条补充有几项不对。",
        "请写短一些、写清楚，再补充一次。",
        "This supplement is not right as it is.",
        "Write it shorter and clearer and send it once more.",
    ),
    "invalid-request": (
        "有几项填得不对。",
        "请核对后再试。",
        "Some items are not right.",
        "Check them and try again.",
    ),
    "unsupported-media-type": (
        "值班台没有看懂送去的内容。",
        "请升级本程序后再试。",
        "The duty desk could not read what was sent.",
        "Update this program and try again.",
    ),
    "locked-out": (
        "输错次数太多，请稍等。",
        "过一会儿再试，或联系值班台。",
        "Too many wrong tries; wait a while.",
        "Try again later, or ask the duty desk.",
    ),
}
