// The search engine: cuts, spells and stems a query, and ranks pages. It touches no page; the data follows it.
"use strict";
var guideSearch = (() => {
  const K = 2, B = 0.75; // BM25: how soon more of a word stops counting; how much length does
  const SHARE = { title: 2, hint: 0.8, page: 1, part: 0.5 }; // what each field adds to a page's score
  const HEADING = 1.5; // how many times a word of a heading counts
  const LIKE = { form: 1, meaning: 0.55, only: 0.85, typo: 0.7, glued: 0.9, vowels: 0.6, prefix: 0.5 };
  const PREFIXES = ["ber", "be", "ter", "te", "di", "ke", "se", "ku", "nge", "ng", "ny", "per", "pe", "n", "m", "me"];
  const NASAL = [["meny", "s"], ["peny", "s"], ["ny", "s"], ["ny", "c"], ["meng", "k"], ["peng", "k"], ["meng", ""], ["peng", ""], ["menge", ""],
    ["penge", ""], ["ng", "k"], ["men", "t"], ["pen", "t"], ["men", ""], ["pen", ""], ["mem", "p"], ["pem", "p"], ["mem", ""], ["pem", ""], ["n", "t"], ["m", "p"]];
  const SUFFIXES = ["nya", "kah", "lah", "ku", "mu", "kan", "an", "in", "i", "e", "ne"];

  let data, roots, known, spelling, longest, meaning, stop, postings, sizes, means, skeletons;

  /** The same cut as publish/search/words.py. */
  const cut = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").match(/[a-z]+|[0-9]+/g) || [];
  const root = (word) => roots.get(word) || word;

  /** Takes the data; nothing is counted before the first query, so that it may stand in a page. */
  function load(given) {
    data = given;
    known = null;
  }

  function prepare() {
    roots = new Map();
    for (const line of data.roots.split("\n")) {
      const [base, ...forms] = line.split(" ");
      roots.set(base, base);
      for (const form of forms) roots.set(form.replace("~", base), base);
    }
    stop = new Set(data.stop.split(" "));
    spelling = new Map(Object.entries(data.spelling).map(([from, to]) => [from, to.split(" ")]));
    longest = Math.max(1, ...[...spelling.keys()].map((key) => key.split(" ").length));
    meaning = new Map();
    for (const group of data.meaning.map((words) => words.split(" ")))
      for (const word of group) meaning.set(word, [...(meaning.get(word) || []), ...group]);
    count();
    skeletons = new Map();
    known = new Set([...postings.keys(), ...roots.keys(), ...meaning.keys(), ...stop, ...[...spelling.keys()].filter((key) => !key.includes(" "))]);
    for (const word of known) {
      const bones = skeleton(word);
      if (bones.length > 2 && !stop.has(word)) skeletons.set(bones, [...(skeletons.get(bones) || []), word]);
    }
  }

  /** Builds the postings from the texts themselves: root -> field -> place -> how often. */
  function count() {
    postings = new Map();
    const fields = Object.keys(SHARE);
    sizes = Object.fromEntries(fields.map((field) => [field, (field === "part" ? data.sections : data.pages).map(() => 0)]));
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
    means = Object.fromEntries(fields.map((field) => [field, sizes[field].reduce((sum, size) => sum + size, 0) / sizes[field].length || 1]));
  }

  const skeleton = (word) => word.replace(/(?!^)[aiueo]/g, "").replace(/(.)\1+/g, "$1");

  /** Whether two words differ by one letter: missing, extra, another, or two that changed places. */
  function near(a, b) {
    if (a.length > b.length) [a, b] = [b, a];
    if (b.length - a.length > 1) return false;
    let start = 0, end = 0;
    while (start < a.length && a[start] === b[start]) start++;
    while (end < a.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
    const left = a.slice(start, a.length - end), right = b.slice(start, b.length - end);
    return right.length < 2 || (left.length === 2 && left[0] === right[1] && left[1] === right[0]);
  }

  /** Takes affixes off until something known is left: the browser's own light stemmer. */
  function strip(word, depth = 0) {
    if (known.has(word)) return word;
    if (depth > 3 || word.length < 4) return "";
    for (const ending of SUFFIXES)
      if (word.endsWith(ending) && word.length - ending.length > 2) {
        const found = strip(word.slice(0, -ending.length), depth + 1);
        if (found) return found;
      }
    for (const [front, letter] of [...NASAL, ...PREFIXES.map((prefix) => [prefix, ""])])
      if (word.startsWith(front) && word.length - front.length > 2 - letter.length) {
        const rest = letter + word.slice(front.length);
        const found = rest.length > 2 && strip(rest, depth + 1);
        if (found) return found;
      }
    return "";
  }

  /** Cuts words that were written as one, "nomorkpj", where both halves are known. */
  function unglue(word) {
    for (let at = word.length - 3; at > 2; at--) {
      const head = word.slice(0, at), tail = word.slice(at);
      if (known.has(head) && (known.has(tail) || strip(tail))) return [head, known.has(tail) ? tail : strip(tail)];
    }
    return null;
  }

  /** Replaces other spellings, the longest first. */
  function respell(words) {
    const out = [];
    for (let at = 0; at < words.length;) {
      let size = Math.min(longest, words.length - at);
      while (size && !spelling.has(words.slice(at, at + size).join(" "))) size--;
      out.push(...(size ? spelling.get(words.slice(at, at + size).join(" ")) : [words[at]]));
      at += size || 1;
    }
    return out;
  }

  /** Returns known words for one that stands nowhere, each with how sure we are. */
  function guess(word) {
    // As typed; with letters drawn out, "hilaaang"; with the e of spoken Jakarta, "nyimpen".
    const stem = strip(word) || strip(word.replace(/(.)\1{2,}/g, "$1")) || strip(word.replace(/e([^aiueo]{0,2})$/, "a$1"));
    if (stem) return [[stem, LIKE.form]];
    const glued = unglue(word);
    if (glued) return glued.map((part) => [part, LIKE.glued]);
    const found = [];
    if (word.length > 3)
      for (const other of known) if (other.length > 2 && near(word, other)) found.push([other, LIKE.typo]);
    const bones = skeleton(word);
    if (!found.length && bones.length > (bones === word ? 2 : 3))
      for (const other of skeletons.get(bones) || []) found.push([other, LIKE.vowels]);
    if (!found.length && word.length > 4) {
      // A typing mistake in a word with affixes.
      for (const ending of SUFFIXES)
        if (word.endsWith(ending)) for (const other of known) if (other.length > 3 && near(word.slice(0, -ending.length), other)) found.push([other, LIKE.typo * 0.9]);
    }
    const first = found.filter(([other]) => other[0] === word[0]);
    return (first.length ? first : found).slice(0, 4);
  }

  /** Returns the query as a list of needs, each a map of root -> weight. */
  function read(query) {
    let words = cut(query).map((word) => (/^\d{8,}$/.test(word) ? [String(word.length), "angka"] : [word])).flat();
    words = respell(words);
    const needs = [];
    words.forEach((word, index) => {
      const last = index === words.length - 1 && /[\p{L}\d]$/u.test(query);
      const need = new Map();
      const want = (name, weight) => { if (weight > (need.get(name) || 0)) need.set(name, weight); };
      const exact = known.has(word);
      for (const [other, weight] of exact ? [[word, LIKE.form]] : guess(word))
        for (const spelled of spelling.get(other) || [other]) {
          if (stop.has(spelled)) continue;
          const base = root(spelled);
          want(base, weight);
          // A word that no page uses leaves its meaning to the words that pages do use.
          for (const other of meaning.get(base) || []) want(other, weight * (postings.has(base) ? LIKE.meaning : LIKE.only));
        }
      if (last && word.length > 2 && !stop.has(word))
        for (const other of known)
          if (other.startsWith(word) && other !== word && !stop.has(other))
            for (const spelled of spelling.get(other) || [other])
              if (!stop.has(spelled)) want(root(spelled), LIKE.prefix * word.length / other.length);
      if (need.size) needs.push(need);
    });
    return needs;
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
    return text.split(/([\p{L}]+|\d+)/u).filter(Boolean).map((piece) => [piece, cut(piece).some((word) => names.has(root(word)))])
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
    if (!known) prepare();
    const needs = read(String(query).slice(0, 200));
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
      if (postings.has(name) && weight >= LIKE.meaning * LIKE.typo) names.set(name, weight * rarity(name));
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
    if (!known) prepare();
    return root(known.has(word) ? word : strip(word) || word);
  }

  return { load, search, stem };
})();
