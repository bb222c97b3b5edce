"""The sentences behind `error_text`: (what happened, what to do) in Chinese and English, looked up by stable names.

Keys are `kind`, `kind/reason` or `slug:<problem type>`; nothing here repeats what a person typed.
"""

from __future__ import annotations

from typing import Final

Row = tuple[str, str, str, str]  # zh what, zh next step, en what, en next step

READ_WORDS: Final[dict[str, Row]] = {
    "": (
        "没有读出来。",
        "资料都还在，请再试一次；还不行就重新打开本程序。",
        "It could not be read.",
        "The data is still there. Try again; if it still fails, open this program anew.",
    ),
    "io": (
        "磁盘读写出错，没有读出来。",
        "请再试一次；还不行就检查磁盘或换一台电脑。",
        "The disk reported an error; it could not be read.",
        "Try again; if it still fails, check the disk or use another PC.",
    ),
    "busy": (
        "资料正被占用，没有读出来。",
        "请稍等几秒再试一次。",
        "The data is in use; it could not be read.",
        "Wait a few seconds and try again.",
    ),
}
"""What a failing storage means where nothing was to be saved, by its reason; `corrupt` says the same in both cases."""
KIND_WORDS: Final[dict[str, Row]] = {
    "unknown": (
        "没有办成。",
        "刚才的内容都还在，请再试一次；还是不行，请联系值班民警。",
        "That did not work.",
        "Everything you entered is still there. Try again; if it still fails, ask the duty desk.",
    ),
    "invalid-input": (
        "有几项还不能这样提交。",
        "请改好标出来的项目。",
        "Some items cannot be sent as they are.",
        "Please correct the marked items.",
    ),
    "wrong-pin": ("口令不对。", "请再输一次。", "That PIN is not right.", "Please enter it again."),
    "member-locked": (
        "输错次数太多，暂时锁住了。",
        "请等到可以再试的时间，或换一位同事登录。",
        "Too many wrong tries; locked for now.",
        "Wait until it opens again, or let a colleague sign in.",
    ),
    "member-not-active": (
        "这位店员在这台电脑上还没有启用。",
        "请向值班台要启用码，在登录页点「启用」。",
        "This clerk is not set up on this PC yet.",
        'Ask the duty desk for an activation code and choose "Activate" on the sign-in page.',
    ),
    "not-enrolled": (
        "这台电脑还没有登记到店铺。",
        "请先填服务地址和登记码完成登记。",
        "This PC belongs to no shop yet.",
        "Enter the service address and the enrolment code first.",
    ),
    "already-enrolled": (
        "这台电脑已经登记过店铺。",
        "要换店铺，请先联系值班台撤销原来的登记。",
        "This PC already belongs to a shop.",
        "To change shops, ask the duty desk to withdraw the old enrolment first.",
    ),
    "not-found": (
        "这台电脑上找不到这一条。",
        "请回到记录页重新打开。",
        "This record is not on this PC.",
        "Go back to the records page and open it again.",
    ),
    "storage-failed": (
        "没有存上。",
        "请先不要关闭本页，再按一次保存。",
        "It was not saved.",
        "Keep this page open and save again.",
    ),
    "storage-failed/full": (
        "磁盘满了，没有存上。",
        "请删掉一些不用的文件，再试一次；紧急的事请直接打电话。",
        "The disk is full; it was not saved.",
        "Free some space and try again; for anything urgent, phone.",
    ),
    "storage-failed/read-only": (
        "资料文件夹不能写入，没有存上。",
        "请让管理电脑的人检查文件夹权限，再试一次。",
        "The data folder cannot be written; it was not saved.",
        "Ask whoever looks after this PC to check the folder's permissions, then try again.",
    ),
    "storage-failed/io": (
        "磁盘读写出错，没有存上。",
        "请再试一次；还不行就检查磁盘或换一台电脑。",
        "The disk reported an error; it was not saved.",
        "Try again; if it still fails, check the disk or use another PC.",
    ),
    "storage-failed/corrupt": (
        "资料文件有损坏。",
        "请先不要再录入，联系管理电脑的人从备份恢复。",
        "The data file is damaged.",
        "Stop entering for now and have it restored from a backup.",
    ),
    "storage-failed/busy": (
        "资料正被占用，没有存上。",
        "请稍等几秒再按一次。",
        "The data is in use; it was not saved.",
        "Wait a few seconds and press again.",
    ),
    "profile-locked": (
        "资料还打不开。",
        "请输入口令，或联系管理电脑的人。",
        "The data cannot be opened yet.",
        "Enter the passphrase, or ask whoever looks after this PC.",
    ),
    "profile-locked/no-key": (
        "找不到打开资料的钥匙。",
        "资料没有丢，没送达的也还在。请用原来的系统账户登录；系统重装过、钥匙串清空或换过的，点「从备份恢复」。紧急的事请拨 110。",
        "The key that opens the data is missing.",
        'Nothing is lost, and what waits is still there. Sign in with the original system account; if the system was set up anew or its keyring emptied or replaced, choose "Restore from a backup". For anything urgent dial 110.',
    ),
    "profile-locked/database-missing": (
        "资料文件（profile.db）不见了，钥匙还在。",
        "请先不要重新登记：把备份放回资料文件夹，或点「从备份恢复」；紧急的事请直接打电话。确实要从头开始，先移走整个资料文件夹。",
        "The data file (profile.db) is gone; its key is still here.",
        'Do not enrol again yet: put a backup back into the data folder, or choose "Restore from a backup"; phone for anything urgent. To really start afresh, move the whole data folder away first.',
    ),
    "profile-locked/wrong-passphrase": (
        "口令不对。",
        "请检查大小写和输入法，再输一次；从备份恢复过的电脑，开机口令就是那个备份口令。",
        "That passphrase is not right.",
        "Check capitals and the input method, then enter it again. On a PC restored from a backup it is that backup's passphrase.",
    ),
    "profile-locked/passphrase-needed": (
        "需要口令才能打开资料。",
        "请输入设置时定下的口令。",
        "A passphrase is needed to open the data.",
        "Enter the passphrase chosen at set-up.",
    ),
    "profile-locked/passphrase-new": (
        "这台电脑还没有资料，也没有系统钥匙串。",
        "请先定一个开机口令。",
        "There is no data on this PC yet, and no system keyring.",
        "Choose a passphrase for it first.",
    ),
    "profile-locked/keyring-locked": (
        "系统钥匙串锁着。",
        "请先解锁系统钥匙串，再打开本程序。",
        "The system keyring is locked.",
        "Unlock the system keyring, then open this program again.",
    ),
    "profile-locked/in-use": (
        "这份资料正开着：还有一个窗口或命令在用它。",
        "请先关上那个窗口，或等命令结束，再试一次。",
        "This data is open: another window or command is using it.",
        "Close that window, or wait for the command to end, and try again.",
    ),
    "profile-locked/newer-version": (
        "资料由更新的版本保存过。",
        "请先升级本程序；旧版本不会改动资料。",
        "The data was saved by a newer version.",
        "Update this program first; the old version changes nothing.",
    ),
    "station-unreachable": (
        "现在连不上值班台。",
        "内容已保存，会自动再送；紧急的请拨 110。",
        "The duty desk cannot be reached now.",
        "Your entry is saved and will be resent automatically; if urgent, dial 110.",
    ),
    "station-unreachable/network": (
        "网络不通，连不上值班台。",
        "请检查网线或无线网；紧急的请拨 110。",
        "No network: the duty desk cannot be reached.",
        "Check the cable or Wi-Fi; if urgent, dial 110.",
    ),
    "station-unreachable/timeout": (
        "值班台太久没有回应。",
        "会自动再试；紧急的请拨 110。",
        "The duty desk took too long to answer.",
        "It will retry automatically; if urgent, dial 110.",
    ),
    "station-unreachable/tls": (
        "对方的安全证书不可信，没有送出。",
        "请核对服务地址和电脑时间。",
        "The other side's certificate is not trusted; nothing was sent.",
        "Check the service address and this PC's clock.",
    ),
    "station-unreachable/not-a-station": (
        "回应的不是值班台，可能是上网登录页。",
        "请先在浏览器里登录网络，或核对服务地址。",
        "What answered is not the duty desk; perhaps a network sign-in page.",
        "Sign in to the network in a browser first, or check the service address.",
    ),
    "station-unreachable/proxy": (
        "上网代理没有放行，没有送出。",
        "请到「设置」的「网络」核对代理的地址、端口、用户名和密码；紧急的请拨 110。",
        "The network's proxy did not let it through; nothing was sent.",
        'Check its address, port, user name and password under "Settings", "Network"; if urgent, dial 110.',
    ),
    "station-unreachable/busy": (
        "值班台正忙。",
        "会自动再试；紧急的请拨 110。",
        "The duty desk is busy.",
        "It will retry automatically; if urgent, dial 110.",
    ),
    "station-unreachable/insecure-url": (
        "服务地址没有加密，不能使用。",
        "请把服务地址改成以 https:// 开头。",
        "The service address is not encrypted and cannot be used.",
        "Use an address that begins with https://.",
    ),
    "station-unreachable/bad-address": (
        "服务地址写得不对。",
        "请照值班台给的写，例如 https://station.example。",
        "The service address is not written correctly.",
        "Write it as the duty desk gave it, like https://station.example.",
    ),
    "station-refused": (
        "值班台没有接受。",
        "请看说明改正后再试；拿不准就打电话问值班台。",
        "The duty desk did not accept it.",
        "Read the reason, correct it and try again; if unsure, phone the duty desk.",
    ),
    "foreign-station": (
        "回应来自另一个值班台，没有采信。",
        "请核对服务地址；确实换了值班台，需要重新登记。",
        "Another station answered; its answer was not trusted.",
        "Check the service address; if the station really changed, enrol again.",
    ),
    "another-station": (
        "这个地址上是另一个值班台，不是本店登记的那个。",
        "没有送达的内容都留着；请核对网络和服务地址，不必重新登记；紧急的请拨 110。",
        "Another station is at this address, not the one this shop is enrolled at.",
        "Everything not delivered is kept; check network and service address, no need to enrol again; if urgent, dial 110.",
    ),
    "stopped": (
        "已停下，什么都没有留下。",
        "需要时再来一次。",
        "Stopped; nothing was kept of it.",
        "Start again when you need it.",
    ),
    "other-shop": (
        "这个登记码是另一家店的。",
        "一台电脑的一份资料只属于一家店：请向值班台要本店的登记码。",
        "That enrolment code belongs to another shop.",
        "One profile belongs to one shop: ask the duty desk for a code of this shop.",
    ),
    "backup-unreadable": (
        "这个备份用不了。",
        "请换一个备份文件。",
        "This backup cannot be used.",
        "Choose another backup file.",
    ),
    "backup-unreadable/not-a-backup": (
        "这个文件不是本程序的备份。",
        "请选以 .cwbackup 结尾的文件。",
        "This file is not a backup of this program.",
        "Choose a file that ends in .cwbackup.",
    ),
    "backup-unreadable/newer-version": (
        "这个备份由更新的版本写成。",
        "请先升级本程序。",
        "This backup was written by a newer version.",
        "Update this program first.",
    ),
    "backup-unreadable/wrong-passphrase": (
        "备份口令不对。",
        "请检查大小写和输入法；口令是做这个备份时定的那一个。",
        "That backup passphrase is not right.",
        "Check capitals and the input method; it is the one that was in force when this backup was made.",
    ),
    "backup-unreadable/damaged": (
        "备份文件有损坏，没有采用。",
        "请换一个更早的备份；U 盘出过问题的，换一个 U 盘再备份。",
        "The backup file is damaged; it was not used.",
        "Take an earlier backup; if the stick has failed, use another one from now on.",
    ),
    "backup-unreadable/other-counts": (
        "备份里的条数对不上，没有采用。",
        "请再备份一次；还是不行，请做诊断文件。",
        "The counts in the backup do not agree; it was not used.",
        "Make the backup again; if that fails too, make a diagnostics file.",
    ),
}
