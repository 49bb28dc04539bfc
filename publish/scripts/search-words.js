// Words of a query: cuts, spells and stems them, and says which words of the guide they may mean.
"use strict";
var guideWords = (() => {
  const LIKE = { form: 1, meaning: 0.55, only: 0.85, typo: 0.7, glued: 0.9, vowels: 0.6, prefix: 0.5, faint: 0.3 };
  /** From here on a word is sure enough to be marked in what is shown. */
  const SURE = LIKE.meaning * LIKE.typo;
  const PREFIXES = ["ber", "be", "ter", "te", "di", "ke", "se", "ku", "nge", "ng", "ny", "per", "pe", "n", "m", "me"];
  const NASAL = [["meny", "s"], ["peny", "s"], ["ny", "s"], ["ny", "c"], ["meng", "k"], ["peng", "k"], ["meng", ""], ["peng", ""], ["menge", ""],
    ["penge", ""], ["ng", "k"], ["men", "t"], ["pen", "t"], ["men", ""], ["pen", ""], ["mem", "p"], ["pem", "p"], ["mem", ""], ["pem", ""], ["n", "t"], ["m", "p"]];
  const SUFFIXES = ["nya", "kah", "lah", "ku", "mu", "kan", "an", "in", "i", "e", "ne"];

  /** Unicode's format marks (Cf) below U+10000, written out for engines that do not know the class. */
  const UNSEEN = /[\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g;
  let roots, used, known, spelling, longest, meaning, stop, skeletons;

  /** The same cut as publish/site/search/word_forms.py; marks that are not seen come along when text is copied. */
  const cut = (text) => text.replace(UNSEEN, "").toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").match(/[a-z]+|[0-9]+/g) || [];
  const root = (word) => roots.get(word) || word;

  /** Takes the words that the build knows of; `learn` follows. */
  function load(data) {
    roots = new Map();
    for (const line of data.lexicon.split("\n")) {
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
  }

  /** Takes the roots that the pages use: a map of them, or a set. */
  function learn(names) {
    used = names;
    skeletons = new Map();
    known = new Set([...used.keys(), ...roots.keys(), ...meaning.keys(), ...stop, ...[...spelling.keys()].filter((key) => !key.includes(" "))]);
    for (const word of known) {
      const bones = skeleton(word);
      if (bones.length > 2 && !stop.has(word)) skeletons.set(bones, [...(skeletons.get(bones) || []), word]);
    }
  }

  const skeleton = (word) => word.replace(/(?!^)[aiueo]/g, "").replace(/(.)\1+/g, "$1");

  /** Whether two words differ by one letter: missing, extra, another, or two that changed places. */
  function near(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    if (a.length > b.length) [a, b] = [b, a];
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

  /**
   * Returns the query as a list of needs, each a map of root -> weight. Words that every text has are `faint`:
   * they count only where questions are compared.
   */
  function read(query) {
    let words = [].concat(...cut(query).map((word) => (/^\d{8,}$/.test(word) ? [String(word.length), "angka"] : [word])));
    words = respell(words);
    const needs = [], faint = new Map();
    words.forEach((word, index) => {
      const last = index === words.length - 1 && /[A-Za-z\u00c0-\u1fff\uff21-\uff5a\d]$/.test(query);
      const need = new Map();
      const want = (name, weight) => { if (weight > (need.get(name) || 0)) need.set(name, weight); };
      const exact = known.has(word);
      for (const [other, weight] of exact ? [[word, LIKE.form]] : guess(word))
        for (const spelled of spelling.get(other) || [other]) {
          if (stop.has(spelled)) { faint.set(root(spelled), LIKE.faint); continue; }
          const base = root(spelled);
          want(base, weight);
          // A word that no page uses leaves its meaning to the words that pages do use.
          for (const other of meaning.get(base) || []) want(other, weight * (used.has(base) ? LIKE.meaning : LIKE.only));
        }
      if (last && word.length > 2 && !stop.has(word))
        for (const other of known)
          if (other.startsWith(word) && other !== word && !stop.has(other))
            for (const spelled of spelling.get(other) || [other])
              if (!stop.has(spelled)) want(root(spelled), LIKE.prefix * word.length / other.length);
      if (need.size) needs.push(need);
    });
    return { needs, faint: [...faint].map((one) => new Map([one])) };
  }

  /** The root of a word, as the browser finds it. */
  const stem = (word) => root(known.has(word) ? word : strip(word) || word);

  /** The roots of a question that the build knows, with other spellings replaced. */
  const typed = (text) => respell(cut(text)).map(stem);

  return { SURE, cut, root, load, learn, read, stem, typed };
})();
