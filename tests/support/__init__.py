"""What the checks share: the built site, its server, drivers of browsers, made-up content, the report."""
