"""What stands in the head of every page: the policy that keeps everything on the device."""

from __future__ import annotations

import base64
import hashlib
import re

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
META = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; connect-src 'self'; "
    "worker-src 'self' blob:; style-src 'self'; img-src 'self' data:; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)


def policy(html: str) -> str:
    """Return the Content-Security-Policy of a page: its own inline scripts by hash, nothing else."""
    digests = (
        base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        for script in INLINE_SCRIPT.findall(html)
    )
    return POLICY.format(hashes="".join(f" 'sha256-{digest}'" for digest in dict.fromkeys(digests)))


def complete(html: str) -> str:
    """Return a page with its policy, before anything that the policy is about; an old one goes."""
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
    return META.sub("", html).replace('<meta charset="utf-8">', f'<meta charset="utf-8">{tag}', 1)
