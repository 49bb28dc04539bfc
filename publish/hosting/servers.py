"""The rules of publish.hosting as settings of nginx and Caddy, for a site in a folder of the server's root."""

from __future__ import annotations

from pathlib import Path

from publish import hosting

FOLDER = "panduan"
NOTE = (
    "# Dibuat oleh: python -m publish.hosting (sesudah make build). Jangan diubah dengan tangan.\n"
    "# Hash di Content-Security-Policy ikut berubah kalau skrip di dalam halaman berubah: buat ulang, lalu muat ulang.\n"
)


def nginx(site: Path, folder: str = FOLDER) -> str:
    """Return nginx's settings for the site at /folder/, to include inside `http {}`; `root` and ports stay yours."""
    always = "\n".join(
        f"    add_header {name} {quoted(value)} always;" for name, value in hosting.headers(site).items()
    )
    return f"""{NOTE}# Di dalam http {{}}: include nomor-kpj-nginx.conf;  Ganti listen, server_name, dan root.
map $uri $kpj_cache {{
    default "{hosting.PAGES}";
    "~{hosting.HASHED}" "{hosting.NEVER_CHANGES}";
}}
map $uri $kpj_copy {{
    default "";
    "~{hosting.COPIES}" attachment;
}}
server {{
    listen 127.0.0.1:8080;
    server_name _;
    root /var/www;
    absolute_redirect off;
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    charset utf-8;
    gzip on;
    gzip_static on;
    gzip_vary on;
    gzip_min_length 512;
    gzip_types text/css text/javascript application/javascript application/json image/svg+xml;
    sendfile on;
    open_file_cache max=1000 inactive=60s;
    error_page 404 /{folder}/404.html;
    add_header Cache-Control $kpj_cache;
    add_header Content-Disposition $kpj_copy;
{always}
    location = / {{ return 302 /{folder}/; }}
    location /{folder}/ {{ try_files $uri $uri/ =404; }}
    location ~ /(_headers|\\.) {{ return 404; }}
}}
"""


def caddy(site: Path, folder: str = FOLDER) -> str:
    """Return a Caddyfile for the site at /folder/."""
    always = "\n".join(f"\t\t{name} {quoted(value)}" for name, value in hosting.headers(site).items())
    return f"""{NOTE}# Ganti alamat dan root; dengan nama domain, Caddy mengurus HTTPS sendiri.
http://127.0.0.1:8080 {{
	root * /var/www
	redir / /{folder}/
	@hashed path_regexp {hosting.HASHED}
	@other not path_regexp {hosting.HASHED}
	@copy path_regexp {hosting.COPIES}
	@packed path *.bin
	@hidden path */_headers */.*
	header @hashed Cache-Control "{hosting.NEVER_CHANGES}"
	header @other Cache-Control "{hosting.PAGES}"
	header @packed Content-Type application/octet-stream
	header @copy Content-Disposition attachment
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


def quoted(value: str) -> str:
    """Return a header's value between double quotes; ValueError when it has one itself."""
    if '"' in value:
        raise ValueError(f"Tanda kutip ganda tidak bisa di dalam: {value}")
    return f'"{value}"'
