"""The plain reading of a request's signature says what the general library says."""

import base64
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from station.adapters import http_signatures as ours
from station.adapters.general_signatures import verified
from station.adapters.jose import verifying_key
from station.application.ports import SignedRequest
from tests.fakes.terminal import FakeTerminal, Key, digest, over_http

TERMINAL = FakeTerminal(over_http(), "http://127.0.0.1:8443", Key())
PATH, BODY = "/api/v1/alerts/0190b3a0-0000-7000-8000-000000000000?a=1&b=%E4%B8%AD", b'{"a":1}'
INTO = st.sampled_from(
    [
        '"',
        " ",
        ",",
        ";",
        "=",
        "(",
        ")",
        ":",
        "é",
        "\t",
        "0",
        "-1",
        "created=007",
        ';tag="x"',
        ";expires=1",
        'sig2=("@method")',
    ]
)


def signed(path: str = PATH, body: bytes = BODY) -> tuple[str, dict[str, str]]:
    """Return the address and headers of an honest request."""
    return TERMINAL.base + path, TERMINAL.signed_headers("PUT", path, body)


def library(request: SignedRequest) -> bool:
    """Ask the general library alone."""
    return verified(request, verifying_key(TERMINAL.key.jwk))


def test_an_honest_request_is_plain_and_valid() -> None:
    url, headers = signed(PATH.replace("%E4%B8%AD", "x"))
    request = SignedRequest("PUT", url, [*headers.items()], BODY)
    plain = ours._plain(request)
    assert plain is not None
    assert ours._base(request, plain) is not None
    assert ours.Rfc9421Signatures().valid(request, TERMINAL.key.jwk)
    assert library(request)
    claims = ours.Rfc9421Signatures().claims(request)
    assert claims is not None
    assert claims.keyid == TERMINAL.key.thumbprint


@settings(max_examples=500)
@given(data=st.data())
def test_both_give_the_same_answer(data: st.DataObject) -> None:
    url, headers = signed(data.draw(st.sampled_from([PATH, "/api/v1/feed?after=&wait=25"])))
    lines: list[tuple[str, Any]] = [*headers.items()]
    for _ in range(data.draw(st.integers(0, 2))):
        at = data.draw(st.integers(0, len(lines) - 1))
        name, value = lines[at]
        cut = data.draw(st.integers(0, len(value)))
        change = data.draw(st.sampled_from(["insert", "drop", "repeat", "case", "spaces", "swap"]))
        if change == "insert":
            lines[at] = (name, value[:cut] + data.draw(INTO) + value[cut:])
        elif change == "drop":
            lines[at] = (name, value[:cut] + value[cut + 1 :])
        elif change == "repeat":
            lines.append((name, value))
        elif change == "case":
            lines[at] = (name.upper(), value)
        elif change == "spaces":
            lines[at] = (name, f"  {value} ")
        else:
            lines[at] = (name, value.replace('"@method" "@target-uri"', '"@target-uri" "@method"'))
    method = data.draw(st.sampled_from(["PUT", "PUT", "PUT", "put", "POST"]))
    request = SignedRequest(method, url, lines, BODY)
    assert ours.Rfc9421Signatures().valid(request, TERMINAL.key.jwk) == library(request)


@settings(max_examples=200)
@given(
    names=st.lists(
        st.sampled_from(["@method", "@target-uri", "content-digest", "content-type", "@path", "x"]), max_size=5
    )
)
def test_what_was_really_signed_over_other_parts_is_judged_alike(names: list[str]) -> None:
    lines = {"Content-Digest": digest(BODY), "Content-Type": "application/json", "X": "1"}
    covered = " ".join(f'"{name}"' for name in names)
    inside = f'({covered});created=1795000000;keyid="k";nonce="0123456789abcdef"'
    values = {
        "@method": "PUT",
        "@target-uri": "http://a.test/b",
        "@path": "/b",
        **{k.lower(): v for k, v in lines.items()},
    }
    base = "\n".join([*(f'"{name}": {values[name]}' for name in names), f'"@signature-params": {inside}'])
    signature = base64.b64encode(TERMINAL.key.private.sign(base.encode())).decode()
    heads = [*lines.items(), ("Signature-Input", f"sig1={inside}"), ("Signature", f"sig1=:{signature}:")]
    request = SignedRequest("PUT", "http://a.test/b", heads, BODY)
    assert ours.Rfc9421Signatures().valid(request, TERMINAL.key.jwk) == library(request)


def test_the_digests_case_is_left_to_the_library() -> None:
    """A header the pattern does not read still reaches the general library."""
    url, headers = signed()
    spaced = {**headers, "Signature-Input": re.sub(r"=\(", "=( ", headers["Signature-Input"])}
    request = SignedRequest("PUT", url, [*spaced.items()], BODY)
    assert ours._plain(request) is None
    assert library(request) is ours.Rfc9421Signatures().valid(request, TERMINAL.key.jwk) is True


@pytest.mark.parametrize("name", ["Signature", "Signature-Input"])
def test_what_is_longer_than_the_contract_is_not_read(name: str) -> None:
    """Reading a megabyte takes the general library seconds, and anybody may send it."""
    url, headers = signed()
    short = [*{**headers, "Signature-Input": headers["Signature-Input"] + ";expires=1"}.items()]
    assert ours.Rfc9421Signatures().claims(SignedRequest("PUT", url, short, BODY)) is not None
    long = [*{**dict(short), name: dict(short)[name] + " " * 1000}.items()]
    assert ours.Rfc9421Signatures().claims(SignedRequest("PUT", url, long, BODY)) is None
    many = [*short, *[(name, "")], *[(name, " " * 100)] * 10]
    assert ours.Rfc9421Signatures().claims(SignedRequest("PUT", url, many, BODY)) is None
