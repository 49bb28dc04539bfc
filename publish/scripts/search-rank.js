// The search engine: counts the words of the pages and ranks pages for a query. It touches no page; the data follows it.
"use strict";
var guideSearch = (() => {
  const { cut, root } = guideWords;
  const K = 2, B = 0.75; // BM25: how soon more of a word stops counting; how much length does
  // What each field adds to a page's score: `ask` is the best of its questions, `asks` all of them.
  const SHARE = { title: 2, hint: 0.8, page: 1, part: 0.5, ask: 1.5, asks: 2 };
  const MORE = 0.8; // how nearly as good as its page's best another section must be to be shown
  const HEADING = 1.5; // how many times a word of a heading counts

  let data, postings, sizes, means, ready, last = { query: "", read: { needs: [], faint: [] } };

  /** Takes the data; nothing is counted before the first query, so that it may stand in a page. */
  function load(given) {
    data = given;
    ready = false;
    last = { query: "", read: { needs: [], faint: [] } };
  }

  function prepare() {
    if (ready) return;
    const text = guideTexts.reader([...guideTexts.words(data.lexicon), ...data.spoken.split(" ")], data.between, data.often, data.twos);
    data = Object.assign({}, data, {
      pages: data.pages.map(([url, ...texts]) => [url, ...texts.map(text)]),
      sections: data.sections.map(([page, anchor, ...texts]) => [page, anchor, ...texts.map(text)]),
      asked: data.asked.map(([part, asked]) => [part, text(asked)]),
    });
    guideWords.load(data);
    count();
    guideWords.learn(postings);
    ready = true;
  }

  /** The needs of a query, read once for all that ask for them. */
  function read(query) {
    prepare();
    const asked = String(query).slice(0, 200);
    if (asked !== last.query) last = { query: asked, read: guideWords.read(asked) };
    return last.read;
  }

  /** An object with a value for each name. */
  const table = (names, value) => names.reduce((made, name) => Object.assign(made, { [name]: value(name) }), {});

  const page = { part: (place) => data.sections[place][0], ask: (place) => data.sections[data.asked[place][0]][0] };
  /** The page that a place of a field stands on. */
  const home = (field, place) => (page[field] ? page[field](place) : place);

  /** Builds the postings from the texts themselves: root -> field -> place -> how often, and the pages that have it. */
  function count() {
    postings = new Map();
    const fields = Object.keys(SHARE), rows = { part: data.sections, ask: data.asked };
    sizes = table(fields, (field) => (rows[field] || data.pages).map(() => 0));
    const add = (names, places, times = 1) => {
      for (const name of names) {
        let entry = postings.get(name);
        if (!entry) postings.set(name, entry = Object.assign(table(fields, () => new Map()), { pages: new Set() }));
        for (const [field, place] of places) {
          const found = entry[field];
          found.set(place, (found.get(place) || 0) + times);
          sizes[field][place] += times;
          entry.pages.add(home(field, place));
        }
      }
    };
    const roots = (text) => cut(text).map(root);
    data.pages.forEach(([, title, description, said], page) => {
      add(roots(title), [["title", page], ["page", page]]);
      add(roots(description + "\n" + said), [["hint", page], ["page", page]]);
    });
    data.sections.forEach(([page, anchor, heading, lines], part) => {
      const places = [["page", page], ["part", part]];
      add(roots(heading), anchor ? places : [["title", page], ...places], HEADING);
      add(roots(lines), places);
    });
    guideWords.learn(postings); // questions are read as what is typed is: against the words of the pages
    data.asked.forEach(([part, text], ask) => add(guideWords.typed(text), [["ask", ask], ["asks", data.sections[part][0]]]));
    means = table(fields, (field) => {
      const some = sizes[field].filter(Boolean);
      return some.reduce((sum, size) => sum + size, 0) / some.length || 1;
    });
  }

  const rarity = (name) => {
    const found = postings.get(name).pages.size;
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
    const [page, , , lines] = data.sections[part];
    let best = lines.split("\n")[0] || data.pages[page][2], most = 0;
    for (const line of lines.split("\n")) {
      const found = new Set(cut(line).map(root).filter((name) => names.has(name)));
      let score = 0;
      for (const name of found) score += names.get(name);
      if (score > most) [best, most] = [line, score];
    }
    return pieces(best, names);
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

  /** Returns page -> score, and page -> section -> score. */
  function weigh({ needs, faint }) {
    const pages = new Map(), parts = new Map();
    for (const field of Object.keys(SHARE)) {
      const tops = new Map();
      for (const [place, score] of rate(/^ask/.test(field) ? [...needs, ...faint] : needs, field)) {
        const page = home(field, place);
        if (score > (tops.get(page) || 0)) tops.set(page, score);
        if (field !== "part" && field !== "ask") continue;
        if (!parts.has(page)) parts.set(page, new Map());
        const of = parts.get(page), part = field === "ask" ? data.asked[place][0] : place;
        of.set(part, Math.max(of.get(part) || 0, SHARE[field] * score));
      }
      for (const [page, score] of tops) pages.set(page, (pages.get(page) || 0) + SHARE[field] * score);
    }
    return { pages, parts };
  }

  /**
   * Returns the pages for a query, best first: { url, title, heading, passage, score, more }, one a page;
   * `title`, `heading` and `passage` are lists of [text, marked]; `more` are other sections of the page that answer
   * nearly as well, { url, heading, passage } each. When nothing is found: the pages to suggest, with `guess` set.
   */
  function search(query, limit = 8) {
    const asked = read(query), { pages, parts } = weigh(asked);
    const names = new Map();
    for (const need of asked.needs) for (const [name, weight] of need) {
      if (postings.has(name) && weight >= guideWords.SURE) names.set(name, weight * rarity(name));
    }
    const guess = !pages.size && String(query).trim() !== "";
    if (guess) data.guesses.forEach((page, at) => pages.set(page, -at));
    return [...pages].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit).map(([page, score]) => {
      const [url, title] = data.pages[page], top = data.sections.findIndex((row) => row[0] === page);
      const ranked = [...(parts.get(page) || [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      const [part, best] = ranked[0] || [top, 0], [, anchor, heading] = data.sections[part];
      // The whole page is the answer when its title says as much of the query as the section's heading does.
      const deep = anchor && (touched(heading, asked.needs) || 0.5) > touched(title + " " + data.sections[top][2], asked.needs);
      const show = (part) => ({ url: `${url}#${data.sections[part][1]}`, heading: pieces(data.sections[part][2], names), passage: passage(part, names) });
      return {
        url, score, guess, title: pieces(title, names), heading: [], passage: passage(part, names), ...(deep ? show(part) : {}),
        more: ranked.slice(1).filter(([other, score]) => data.sections[other][1] && score > MORE * best).slice(0, 1).map(([other]) => show(other)),
      };
    });
  }

  /** Returns the line that leads straight to what a query clearly wants, { url, text }, or null. */
  function direct(query) {
    const { needs, faint } = read(query), sure = new Set(), said = new Set();
    for (const need of [...needs, ...faint]) for (const [name, weight] of need) {
      if (weight >= guideWords.SURE || faint.includes(need)) sure.add(name);
      if (weight === 1) said.add(name);
    }
    const found = data.direct.find(([, , , asked, without]) =>
      asked.some((phrase) => guideWords.typed(phrase).every((name) => sure.has(name))) && !guideWords.typed(without.join(" ")).some((name) => said.has(name)));
    if (!found) return null;
    const [page, to, text] = found;
    return { url: page < 0 ? to : data.pages[page][0] + (to ? "#" + to : ""), text };
  }

  /** The root of a word, as the browser finds it. */
  function stem(word) {
    prepare();
    return guideWords.stem(word);
  }

  /** All that is searched, in plain words: the pages, their sections, the questions. */
  function texts() {
    prepare();
    return [data.pages, data.sections, data.asked];
  }

  /** Whom to ask where no page helps, as HTML. */
  const contact = () => data.contact;

  return { load, search, direct, stem, texts, contact };
})();
