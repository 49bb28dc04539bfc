// In the single file: what the search finds is a section of this document (publish/offline/rewrite_links.py).
"use strict";
{
  const { search } = guideSearch;
  guideSearch.search = (...asked) => search(...asked).map((found) => {
    const [path, anchor] = found.url.split("#");
    const slug = path.replace(/\/$/, "") || "index", helper = slug === "mulai";
    const name = anchor ? (helper ? anchor : `${slug}:${anchor}`) : helper ? "jawab" : `hal.${slug}`;
    return { ...found, url: `#${name}` };
  });
}
