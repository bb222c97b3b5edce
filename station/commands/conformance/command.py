"""`counterwatch-station conformance`: run every clause against a gateway and print the report."""

import ipaddress
import sys
from urllib.parse import urlsplit

import click
import requests

from station.commands.conformance import alerts, back, files, joining, later
from station.commands.conformance.gateway import Gateway
from station.commands.conformance.report import (
    FAILED,
    NOT_TESTED,
    PASSED,
    Clause,
    ClauseFailed,
    Finding,
    NotTested,
    as_facts,
    as_lines,
    count,
)
from station.commands.output import fail, say

CHAPTERS = (joining.CHAPTER, alerts.CHAPTER, later.CHAPTER, files.CHAPTER, back.CHAPTER)


def run_clauses(gateway: Gateway) -> list[Finding]:
    """Try every clause in order; raises requests.ConnectionError when the gateway cannot be reached at all."""
    return [_try(gateway, clause) for chapter in CHAPTERS for clause in chapter.clauses]


def _try(gateway: Gateway, clause: Clause) -> Finding:
    try:
        clause.run(gateway)
    except ClauseFailed as failure:
        return Finding(clause, FAILED, str(failure))
    except NotTested as reason:
        return Finding(clause, NOT_TESTED, str(reason))
    except requests.ConnectionError:
        if not gateway.meta:
            raise
        return Finding(clause, FAILED, "连接中断 the connection broke")
    except requests.RequestException as error:
        return Finding(clause, FAILED, f"没有应答 no answer ({type(error).__name__})")
    except (KeyError, TypeError, ValueError) as error:
        # An answer so odd that a clause stumbled over it: the gateway's fault, and the report goes on.
        return Finding(clause, FAILED, f"应答无法理解 the answer cannot be understood ({type(error).__name__})")
    return Finding(clause, PASSED)


@click.command()
@click.option("--url", required=True, help="被测网关地址(不含/api/v1)。The gateway, without /api/v1.")
@click.option("--merchant-code", "code", required=True, help="登记码。A fresh enrolment code.")
@click.option("--second-code", default="", help="另一单位的登记码。A code of another merchant, for foreign access.")
@click.option("--member-id", default="", help="成员编号。A member of the first merchant, not activated yet.")
@click.option("--activation-code", default="", help="其启用码。That member's activation code.")
@click.option("--json", "as_json", is_flag=True, help="以一行JSON输出。One JSON object on standard output.")
def conformance(url: str, code: str, second_code: str, member_id: str, activation_code: str, *, as_json: bool) -> None:
    """按接口约定逐条测试网关。Test a gateway clause by clause against the wire contract.

    会留下测试上报，请只对测试环境运行。It leaves test alerts behind: run it against a test installation.
    退出码 exit codes: 0 全部符合 conforms, 1 有不符或连不上 fails or cannot be reached, 2 用法 usage.
    """
    base = url.rstrip("/").removesuffix("/api/v1")
    if not _allowed(base):
        raise click.BadParameter("须为 https，或本机的 http / use https, or http on this computer", param_hint="--url")
    gateway = Gateway(base, code, second_code, member_id, activation_code)
    try:
        with gateway.session:
            findings = run_clauses(gateway)
    except requests.RequestException as error:
        fail(
            f"连不上网关（{type(error).__name__}）：请检查地址和证书。",
            "The gateway cannot be reached: check address and certificate.",
        )
    say(as_json, as_facts(findings, base), *as_lines(findings, base))
    sys.exit(1 if count(findings)[FAILED] else 0)


def _allowed(url: str) -> bool:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme != "http":
        return parts.scheme == "https" and bool(host)
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
