// In the single file: what the search finds is a section of this document (publish/offline/rewrite_links.py).
"use strict";
{
  const { search, direct } = guideSearch;
  const here = (found) => {
    if (/^[a-z]+:/.test(found.url)) return found; // a number to call
    const [path, anchor] = found.url.split("#");
    const slug = path.replace(/\/$/, "") || "index", helper = slug === "mulai";
    const name = anchor ? (helper ? anchor : `${slug}:${anchor}`) : helper ? "jawab" : `hal.${slug}`;
    return { ...found, url: `#${name}` };
  };
  guideSearch.search = (...asked) => search(...asked).map((found) => ({ ...here(found), more: found.more.map(here) }));
  guideSearch.direct = (query) => {
    const found = direct(query);
    return found && here(found);
  };
}
