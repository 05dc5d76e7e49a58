"""Owns the file that tells a static host which headers to send: the same as our own server's.

Written as `_headers` at the top of the site, in the form that common static hosts read; a host that does not read it
still has the policy in each page. Runs in the build.
"""

from aids.site.headers import LASTING, SECURITY_HEADERS


def host_headers() -> str:
    """Return the text of the file."""
    everywhere = "".join(f"  {name}: {value}\n" for name, value in SECURITY_HEADERS.items())
    lasting = "".join(f"\n{place}*\n  Cache-Control: public, max-age=31536000, immutable\n" for place in LASTING)
    return f"/*\n{everywhere}{lasting}"
