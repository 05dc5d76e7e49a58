"""Owns the response headers that keep the site sealed: the Content-Security-Policy and its companions.

Used by `aids.site.server` as headers and by the post-processing as `<meta>`; a production host sends the same.
Runs in the build; adds nothing to pages itself.
"""

POLICY = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "blob:",
    "manifest-src": "'self'",
    "base-uri": "'self'",
    "form-action": "'none'",
}

CONTENT_SECURITY_POLICY = "; ".join(f"{name} {value}" for name, value in POLICY.items())
"""The policy as it may also stand in a `<meta>` element."""

LASTING = ("/assets/aid-", "/assets/search-", "/assets/site-")
"""How the addresses begin whose names follow from their content: they may be kept for ever."""

UNUSED_FEATURES = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")

SECURITY_HEADERS: dict[str, str] = {
    # Only a header can forbid framing; a <meta> policy with frame-ancestors is ignored with an error in the console.
    "Content-Security-Policy": f"{CONTENT_SECURITY_POLICY}; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in UNUSED_FEATURES),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""The headers of every response."""
