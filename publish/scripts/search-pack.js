// Reads the texts that publish/site/search/pack.py has coded.
"use strict";
var guideTexts = (() => {
  const FLAGS = 2; // the first two tokens: the next word's first letter is not as expected; all its letters are capitals
  let signs = "";
  for (let code = 32; code < 127; code++) if (!"\"\\<$".includes(String.fromCharCode(code))) signs += String.fromCharCode(code);

  /** Returns all words of the lines "root ~form ~form", in order. */
  const words = (lines) => [].concat(...lines.split("\n").map((line) => {
    const [base, ...forms] = line.split(" ");
    return [base, ...forms.map((form) => form.replace("~", base))];
  }));

  /** Returns what reads a text: `list`, its words; `between`, texts between words; `often`, tokens with a code of one sign; `twos`, signs that begin a longer code. */
  function reader(list, between, often, twos) {
    const first = FLAGS + between.length;
    return (coded) => {
      let text = "", fresh = true, after = false, flip = false, upper = false;
      for (let at = 0; at < coded.length; at++) {
        const sign = signs.indexOf(coded[at]);
        const token = sign < twos ? sign * signs.length + signs.indexOf(coded[++at]) : often[sign - twos];
        if (token === 0) flip = true;
        else if (token === 1) upper = true;
        else if (token < first) {
          const piece = between[token - FLAGS];
          text += piece;
          if (piece) fresh = /[.?!\n]/.test(piece);
          after = false;
        } else {
          const word = list[token - first], capital = fresh !== flip;
          text += (after ? " " : "") + (upper ? word.toUpperCase() : capital ? word[0].toUpperCase() + word.slice(1) : word);
          fresh = flip = upper = false;
          after = true;
        }
      }
      return text;
    };
  }

  return { reader, words };
})();
