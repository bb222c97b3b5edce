"""Replacing the station's signing key."""

import click

from station.adapters.key_file import prepare_next_key, promote_next_key
from station.application.announce_keys import announce_keys
from station.commands.output import database_options, opened, say, settings_of


@click.command("rotate-key")
@database_options
def rotate_key(database: str | None, key_file: str | None, as_json: bool) -> None:
    """更换服务器签名密钥。Replace the station's signing key.

    新密钥先由旧密钥签名告知各终端，再启用；中断后重新运行即可。The new key is announced under the old one, then comes into
    force; run it again after an interruption. Back up the key file afterwards.
    """
    settings = settings_of(database, key_file)
    with opened(database, key_file) as station:
        # The private half is on the disk before anybody is told of the public one.
        prepare_next_key(settings.key_file)
        seq = announce_keys(station)
        thumbprint = promote_next_key(settings.key_file)
    say(
        as_json,
        {"kid": thumbprint, "seq": seq, "key_file": str(settings.key_file)},
        f"新密钥 {thumbprint} 已启用。The new key is in force.",
        f"请重新备份密钥文件：{settings.key_file}。Back up the key file again.",
    )
