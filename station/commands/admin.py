"""Commands that set up a station and its people."""

import secrets
import sys

import click
import pyotp
import segno

from station.adapters.storage.engine import shown_url
from station.application.create_member import create_member as make_member
from station.application.create_merchant import TRADES
from station.application.create_merchant import create_merchant as make_merchant
from station.application.create_officer import ROLES
from station.application.create_officer import create_officer as make_officer
from station.application.enrolment_code import make_enrolment_code
from station.bootstrap import initialise
from station.commands.output import database_options, failures_said, opened, say, settings_of
from station.domain.fingerprint import key_fingerprint


@click.command()
@database_options
@click.option("--name", default="反诈联盟值班台", show_default=True, help="服务器名称。Name shown to terminals.")
def init(database: str | None, key_file: str | None, as_json: bool, name: str) -> None:
    """建立数据库和密钥文件。Create the database and its key file."""
    settings = settings_of(database, key_file)
    with failures_said():
        station_id = initialise(settings, name)
    facts = {"station_id": station_id, "database": shown_url(settings.database_url), "key_file": str(settings.key_file)}
    say(
        as_json,
        facts,
        f"已初始化 {station_id}。Initialised.",
        f"密钥文件（与数据库分开备份）：{settings.key_file}。Keep the key file apart from the database's backups.",
    )


@click.command("create-merchant")
@database_options
@click.option("--name", required=True, help="名称。Name.")
@click.option("--trade", required=True, type=click.Choice(TRADES), help="行业。Trade.")
@click.option("--address", required=True, help="地址。Address.")
@click.option("--phone", default="", help="电话。Phone.")
def create_merchant(
    database: str | None, key_file: str | None, as_json: bool, name: str, trade: str, address: str, phone: str
) -> None:
    """登记联盟单位，输出其编号。Take in a merchant and print its merchant_id."""
    with opened(database, key_file) as station:
        merchant = make_merchant(station, name=name, trade=trade, address=address, phone=phone)
    say(as_json, {"merchant_id": merchant.merchant_id}, merchant.merchant_id)


@click.command("create-member")
@database_options
@click.option("--merchant", "merchant_id", required=True, metavar="ID", help="单位编号。The merchant_id.")
@click.option("--name", required=True, help="姓名。Name.")
@click.option(
    "--role",
    default="clerk",
    show_default=True,
    help="岗位：clerk 店员、manager 负责人，或别的称呼。Role, or any other title.",
)
def create_member(
    database: str | None, key_file: str | None, as_json: bool, merchant_id: str, name: str, role: str
) -> None:
    """添加成员，输出编号和启用码。Add a member; print member_id and activation_code."""
    with opened(database, key_file) as station:
        member, code = make_member(station, merchant_id=merchant_id, name=name, role=role)
    facts = {"member_id": member.member_id, "activation_code": code}
    say(
        as_json,
        facts,
        f"member_id {member.member_id}",
        f"activation_code {code}",
        "启用码只显示这一次，请当面交给本人，在店里的登录页使用。Shown once: hand it over in person, for the counter's sign-in page.",
    )


@click.command("enrolment-code")
@database_options
@click.option("--merchant", "merchant_id", required=True, metavar="ID", help="单位编号。The merchant_id.")
def enrolment_code(database: str | None, key_file: str | None, as_json: bool, merchant_id: str) -> None:
    """生成一次性登记码(10分钟有效)。Print a one-time code that lives ten minutes."""
    with opened(database, key_file) as station:
        code, expires_at = make_enrolment_code(station, merchant_id=merchant_id)
        fingerprint = key_fingerprint(station.vault.jwks()["keys"])
    facts = {"code": code, "expires_at": expires_at.isoformat(), "fingerprint": fingerprint}
    say(
        as_json,
        facts,
        f"登记码 code {code}",
        f"识别码（电话里逐组念给店里）{fingerprint}。Digits to read out on the telephone.",
    )


@click.command("create-officer")
@database_options
@click.option("--username", required=True, help="用户名。Sign-in name.")
@click.option("--name", required=True, help="姓名。Name.")
@click.option("--roles", required=True, metavar="ROLE[,ROLE…]", help=f"角色。Roles: {', '.join(ROLES)}.")
@click.option("--unit", default="反诈专班", show_default=True, help="单位。Unit.")
@click.option("--password-stdin", is_flag=True, help="从标准输入读密码。Read the password from standard input.")
@click.option("--without-totp", is_flag=True, help="不用动态口令（仅练习）。No second factor; for practice only.")
def create_officer(
    database: str | None,
    key_file: str | None,
    as_json: bool,
    username: str,
    name: str,
    roles: str,
    unit: str,
    password_stdin: bool,
    without_totp: bool,
) -> None:
    """建立民警账号，输出初始密码和动态口令地址。Create an officer; print the password made and the otpauth URL."""
    password = sys.stdin.readline().rstrip("\r\n") if password_stdin else secrets.token_urlsafe(12)
    secret = None if without_totp else pyotp.random_base32()
    wanted = [role.strip() for role in roles.split(",") if role.strip()]
    with opened(database, key_file) as station:
        officer = make_officer(
            station,
            username=username,
            name=name,
            roles=wanted,
            unit_name=unit,
            password=password,
            totp_secret=secret,
        )
        issuer = station.station_name
    url = pyotp.TOTP(secret).provisioning_uri(name=username, issuer_name=issuer) if secret else None
    facts = {"officer_id": officer.officer_id, "username": username, "otpauth_url": url}
    lines = [f"officer_id {officer.officer_id}"]
    if not password_stdin:
        facts["password"] = password
        lines.append(f"password {password}")
    if url:
        lines.append(f"otpauth_url {url}")
        lines.append("请用手机上的动态口令程序扫下面的码，或照上面的地址录入；都只显示这一次。")
        lines.append("Scan the code below with an authenticator, or enter the address above; both are shown only now.")
    say(as_json, facts, *lines)
    if url and not as_json and sys.stdout.isatty():
        segno.make_qr(url).terminal(compact=True)
