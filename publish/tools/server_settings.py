"""The rules of publish.site.headers as settings of nginx and Caddy, for a site in a folder of the server's root."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from publish.content import addresses
from publish.site import headers, redirects

FOLDER = "panduan"
NOTE = (
    "# Dibuat oleh: python -m publish.tools.hosting (sesudah make build). Jangan diubah dengan tangan.\n"
    "# Hash di Content-Security-Policy ikut berubah kalau skrip di dalam halaman berubah: buat ulang, lalu muat ulang.\n"
)


def nginx(site: Path, folder: str = FOLDER, old: Mapping[str, str] | None = None) -> str:
    """Return nginx's settings for the site at /folder/, to include inside `http {}`; `root` and ports stay yours.

    `old` are the pages that moved, by default those of publish/content/moved.toml.
    """
    led = "".join(
        f"    location = {start} {{ return 301 {to}; }}\n"
        for start, to in redirects.rules(f"/{folder}/", moved_pages(old))
    )
    named = {name: f"$kpj_{name.lower().replace('-', '_')}" for name in headers.COPY}
    maps = "".join(
        f'map $uri {name} {{\n    default "";\n    "~{headers.COPIES}" {value};\n}}\n'
        for name, value in zip(named.values(), headers.COPY.values(), strict=True)
    )
    copy = "\n".join(f"    add_header {name} {variable};" for name, variable in named.items())
    always = "\n".join(
        f"    add_header {name} {quoted(value)} always;" for name, value in headers.headers(site).items()
    )
    return f"""{NOTE}# Di dalam http {{}}: include nomor-kpj-nginx.conf;  Ganti listen, server_name, dan root.
map $uri $kpj_cache {{
    default "{headers.UNCHANGED}";
    "~{headers.HASHED}" "{headers.NEVER_CHANGES}";
}}
{maps}server {{
    listen 127.0.0.1:8080;
    server_name _;
    root /var/www;
    absolute_redirect off;
    include /etc/nginx/mime.types;
    types {{ {headers.MANIFEST_TYPE} webmanifest; }}
    default_type application/octet-stream;
    charset utf-8;
    gzip on;
    gzip_static on;
    gzip_vary on;
    gzip_min_length 512;
    gzip_types text/css text/javascript application/javascript application/json {headers.MANIFEST_TYPE} image/svg+xml;
    sendfile on;
    open_file_cache max=1000 inactive=60s;
    error_page 404 /{folder}/404.html;
    add_header Cache-Control $kpj_cache;
{copy}
{always}
    location = / {{ return 302 /{folder}/; }}
{led}    location /{folder}/ {{ try_files $uri $uri/ =404; }}
    location ~ /(_headers|_redirects|\\.) {{ return 404; }}
}}
"""


def caddy(site: Path, folder: str = FOLDER, old: Mapping[str, str] | None = None) -> str:
    """Return a Caddyfile for the site at /folder/; `old` as for nginx."""
    led = "".join(
        f"\tredir {start} {to} 301\n" for start, to in redirects.rules(f"/{folder}/", moved_pages(old))
    )
    copy = "\n".join(f"\theader @copy {name} {value}" for name, value in headers.COPY.items())
    always = "\n".join(f"\t\t{name} {quoted(value)}" for name, value in headers.headers(site).items())
    return f"""{NOTE}# Ganti alamat dan root; dengan nama domain, Caddy mengurus HTTPS sendiri.
http://127.0.0.1:8080 {{
	root * /var/www
	redir / /{folder}/
{led}	@hashed path_regexp {headers.HASHED}
	@other not path_regexp {headers.HASHED}
	@copy path_regexp {headers.COPIES}
	@packed path *.bin
	@manifest path *.webmanifest
	@hidden path */_headers */_redirects */.*
	header @hashed Cache-Control "{headers.NEVER_CHANGES}"
	header @other Cache-Control "{headers.UNCHANGED}"
	header @packed Content-Type application/octet-stream
	header @manifest Content-Type {headers.MANIFEST_TYPE}
{copy}
	header {{
{always}
	}}
	respond @hidden 404
	encode gzip
	file_server {{
		precompressed br gzip
	}}
	handle_errors {{
		rewrite * /{folder}/404.html
		file_server
	}}
}}
"""


def moved_pages(old: Mapping[str, str] | None) -> Mapping[str, str]:
    """Return the pages that moved: those given, or those of the table."""
    return addresses.moved() if old is None else old


def quoted(value: str) -> str:
    """Return a header's value between double quotes; ValueError when it has one itself."""
    if '"' in value:
        raise ValueError(f"Tanda kutip ganda tidak bisa di dalam: {value}")
    return f'"{value}"'
