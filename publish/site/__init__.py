"""Pages, styles, scripts, search, metadata, service worker and headers: the site, from content to files."""
