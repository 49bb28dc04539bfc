// The search engine: counts the words of the pages and ranks pages for a query. It touches no page; the data follows it.
"use strict";
var guideSearch = (() => {
  const { cut, root } = guideWords;
  const K = 2, B = 0.75; // BM25: how soon more of a word stops counting; how much length does
  const SHARE = { title: 2, hint: 0.8, page: 1, part: 0.5 }; // what each field adds to a page's score
  const HEADING = 1.5; // how many times a word of a heading counts

  let data, postings, sizes, means;

  /** Takes the data; nothing is counted before the first query, so that it may stand in a page. */
  function load(given) {
    data = given;
    postings = null;
  }

  function prepare() {
    guideWords.load(data);
    count();
    guideWords.learn(postings);
  }

  /** An object with a value for each name. */
  const table = (names, value) => names.reduce((made, name) => Object.assign(made, { [name]: value(name) }), {});

  /** Builds the postings from the texts themselves: root -> field -> place -> how often. */
  function count() {
    postings = new Map();
    const fields = Object.keys(SHARE);
    sizes = table(fields, (field) => (field === "part" ? data.sections : data.pages).map(() => 0));
    const add = (text, places, times = 1) => {
      for (const word of cut(text)) {
        const base = root(word);
        let entry = postings.get(base);
        if (!entry) postings.set(base, entry = { title: new Map(), hint: new Map(), page: new Map(), part: new Map() });
        for (const [field, place] of places) {
          const found = entry[field];
          found.set(place, (found.get(place) || 0) + times);
          sizes[field][place] += times;
        }
      }
    };
    data.pages.forEach(([, title, description, said], page) => {
      add(title, [["title", page], ["page", page]]);
      add(description + "\n" + said, [["hint", page], ["page", page]]);
    });
    data.sections.forEach(([page, anchor, heading, lines], part) => {
      const places = [["page", page], ["part", part]];
      add(heading, anchor ? places : [["title", page], ...places], HEADING);
      add(lines, places);
    });
    means = table(fields, (field) => sizes[field].reduce((sum, size) => sum + size, 0) / sizes[field].length || 1);
  }

  const rarity = (name) => {
    const found = postings.get(name).page.size;
    return Math.log(1 + (data.pages.length - found + 0.5) / (found + 0.5));
  };
  const worth = (amount, size, mean) => amount * (K + 1) / (amount + K * (1 - B + B * size / mean));

  /** Returns the needs' scores over the places of a field. */
  function rate(needs, field) {
    const scores = new Map();
    for (const need of needs) {
      const best = new Map();
      for (const [name, weight] of need) {
        if (!postings.has(name)) continue;
        for (const [place, amount] of postings.get(name)[field]) {
          const score = weight * rarity(name) * worth(amount, sizes[field][place], means[field]);
          if (score > (best.get(place) || 0)) best.set(place, score);
        }
      }
      for (const [place, score] of best) scores.set(place, (scores.get(place) || 0) + score);
    }
    return scores;
  }

  /** Returns the line of a section that says most of what was asked, cut into marked and plain pieces. */
  function passage(part, names) {
    let best = "", most = 0;
    for (const line of data.sections[part][3].split("\n")) {
      const found = new Set(cut(line).map(root).filter((name) => names.has(name)));
      let score = 0;
      for (const name of found) score += names.get(name);
      if (score > most) [best, most] = [line, score];
    }
    return pieces(best || data.pages[data.sections[part][0]][2], names);
  }

  /** Cuts a text into [text, marked] pieces. */
  function pieces(text, names) {
    return text.split(/([A-Za-z\u00c0-\u1fff\uff21-\uff5a]+|\d+)/).filter(Boolean).map((piece) => [piece, cut(piece).some((word) => names.has(root(word)))])
      .reduce((out, [piece, marked]) => {
        const before = out[out.length - 1];
        if (before && before[1] === marked) before[0] += piece;
        else out.push([piece, marked]);
        return out;
      }, []);
  }

  /** How many of the needs a text speaks of. */
  function touched(text, needs) {
    const names = cut(text).map(root);
    return needs.filter((need) => names.some((name) => need.has(name))).length;
  }

  /**
   * Returns the pages for a query, best first: { url, title, heading, passage, score }, one a page;
   * `title`, `heading` and `passage` are lists of [text, marked].
   */
  function search(query, limit = 8) {
    if (!postings) prepare();
    const needs = guideWords.read(String(query).slice(0, 200));
    if (!needs.length) return [];
    const parts = rate(needs, "part");
    const best = new Map();
    for (const [part, score] of parts) {
      const page = data.sections[part][0];
      if (!best.has(page) || score > best.get(page)[1]) best.set(page, [part, score]);
    }
    const pages = new Map([...best].map(([page, [, score]]) => [page, SHARE.part * score]));
    for (const field of ["title", "hint", "page"])
      for (const [page, score] of rate(needs, field)) pages.set(page, (pages.get(page) || 0) + SHARE[field] * score);
    const names = new Map();
    for (const need of needs) for (const [name, weight] of need) {
      if (postings.has(name) && weight >= guideWords.SURE) names.set(name, weight * rarity(name));
    }
    return [...pages].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit)
      .map(([page, score]) => {
        const top = data.sections.findIndex((row) => row[0] === page);
        const part = best.has(page) ? best.get(page)[0] : top;
        const [, anchor, heading] = data.sections[part];
        // The whole page is the answer when its title says as much of the query as the section's heading does.
        const deep = anchor && (touched(heading, needs) || 0.5) > touched(data.pages[page][1] + " " + data.sections[top][2], needs);
        return {
          url: data.pages[page][0] + (deep ? "#" + anchor : ""), score,
          title: pieces(data.pages[page][1], names), heading: deep ? pieces(heading, names) : [], passage: passage(part, names),
        };
      });
  }

  /** The root of a word, as the browser finds it. */
  function stem(word) {
    if (!postings) prepare();
    return guideWords.stem(word);
  }

  return { load, search, stem };
})();
