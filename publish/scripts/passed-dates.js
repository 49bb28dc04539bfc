// Shows words that wait until a day has passed in Jakarta.
"use strict";
for (const words of document.querySelectorAll("[data-after]")) {
  words.hidden = new Date(Date.now() + 7 * 36e5).toISOString().slice(0, 10) <= words.dataset.after;
}
