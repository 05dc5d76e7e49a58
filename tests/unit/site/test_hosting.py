"""Laws of `aids.site.hosting`: a static host is told the same headers as our own server sends."""

from aids.site.headers import CONTENT_SECURITY_POLICY, SECURITY_HEADERS
from aids.site.hosting import host_headers


def test_every_header_is_there_for_every_page() -> None:
    """Each security header stands under the rule for all addresses."""
    everywhere, *immutable = host_headers().split("\n\n")
    assert everywhere.splitlines()[0] == "/*"
    assert everywhere.splitlines()[1:] == [f"  {name}: {value}" for name, value in SECURITY_HEADERS.items()]
    assert all("immutable" in rule for rule in immutable)
    assert [rule.splitlines()[0] for rule in immutable] == ["/assets/aid-*", "/assets/search-*", "/assets/site-*"]


def test_no_header_allows_what_the_policy_forbids() -> None:
    """Header and meta element carry one policy, without unsafe code or styles."""
    assert SECURITY_HEADERS["Content-Security-Policy"].startswith(CONTENT_SECURITY_POLICY)
    assert "unsafe-inline" not in CONTENT_SECURITY_POLICY
    assert "'unsafe-eval'" not in CONTENT_SECURITY_POLICY
