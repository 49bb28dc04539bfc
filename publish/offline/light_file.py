"""What the light file leaves out: all that needs a script, and all that is said twice.

It is read without a script and passed on as it is, so every byte counts: a ready text,
a contact block and a picture stand once, and sources are numbered; what HTML implies is dropped by minify-html.
"""

from __future__ import annotations

import re
from collections import Counter

import minify_html

from publish.offline import copy_words, rewrite_links

TRAIL = re.compile(r'<(details|div) class="trail">(.*?</p>)</\1>', re.DOTALL)
PAST = re.compile(
    r'<div class="past" id="([^"]*)" tabindex="-1">(?:<i [^>]*></i>)*<details.*?</details></div>', re.DOTALL
)
ANSWER = re.compile(r'</dt><dd>(.*?)</dd><dd><a href="([^"]*)"', re.DOTALL)
GONE = re.compile(
    r'<div class="bar".*?</div>|<div class="flow" data-part="step"></div>|<button\b.*?</button>'
    r'|<p data-report>.*?</p>|<p class="tools">.*?</p>|<p data-pending-words[^>]*>.*?</p>|<p class="no-script">.*?</p>',
    re.DOTALL,
)
CALL = re.compile(r'<section class="contact" data-contact="(?:telepon|lapor)">.*?</section>', re.DOTALL)
ROOT = re.compile(r"<div data-helper[^>]*>")
BESIDE = re.compile(r'<div class="beside">(.*?)</div>(?=<section class="(?:fallback|more)">)', re.DOTALL)
"""What stands beside a plan on a wide screen; here it stands between its neighbours."""
MORE = re.compile(r'<section class="more"><h3>(.*?)</h3><ul>(.*?)</ul></section>', re.DOTALL)
NIK_FIRST = re.compile(r'<p class="nik-first">.*?(<a\b.*?</a>).*?</p>', re.DOTALL)
ASIDE = re.compile(r" \([^()]*\)$")
"""What a label of a ready text adds about whom it is for: it stands with the text itself."""
EXIT = re.compile(r'<p class="ways-out">.*?</p>', re.DOTALL)
STATIC = re.compile(r'(<div class="flow" data-static[^>]*>.*?)(</div>\s*<section class="check")', re.DOTALL)
FOOT = re.compile(r'(<section class="page-foot"[^>]*>)(.*?)</section>', re.DOTALL)
DATES = re.compile(r"<p>Diperiksa.*?</p>(?:<p data-overdue>.*?</p>)?", re.DOTALL)
PASSED = re.compile(r"(<b data-after=[^>]*>).*?</b>", re.DOTALL)
TIME = re.compile(r"</?time\b[^>]*>")
ABBR = re.compile(r"</?abbr\b[^>]*>")
MESSAGE = re.compile(r'<figure class="message"><figcaption>(.*?)</figcaption>(.*?)</figure>', re.DOTALL)
CONTACT = re.compile(
    r'<section class="contact" id="([^"]*)"[^>]*data-contact="([^"]*)">.*?</section>', re.DOTALL
)
PICTURE = re.compile(r"(<svg\b[^>]*>)(.*?)</svg>", re.DOTALL)
PAINT = re.compile(r"url\(#[^)]*\)")
TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
CELL = re.compile(r"<t[dh]\b[^>]*>(.*?)</t[dh]>", re.DOTALL)
NOTE = re.compile(r"(.*?)(?:<br><small>(.*)</small>)?$", re.DOTALL)
LONG = 60
"""Characters above which the value of a fact is a sentence, worth saying once only."""
IDS = re.compile(r'\sid="([^"]*)"')
USED = re.compile(r'(?:href="|url\()#([^")]*)|(?:for|aria-\w+)="([^"]*)"')
NEEDLESS = re.compile(
    r'\s(?:rel="noreferrer"|translate="no"|data-search-exclude|data-picture="[^"]*"|role="(?:table|row|cell|rowheader|columnheader|rowgroup)")|(?<=<h2)\stabindex="-1"'
)
NAMES = {
    "md-typeset": "mt",
    "data-label": "data-l",
    "--g-": "--",
}
"""Names that stand in the file more than a hundred times, and shorter ones for them, in styles and tags alike."""
RULE = re.compile(r"([^{}]+)\{[^{}]*\}")
EMPTY = re.compile(r"@[^{}]*\{\s*\}")
NEGATED = re.compile(r":not\([^()]*\)")
STATE = re.compile(r"\[data-([a-z-]+)")
SELECTORS = re.compile(r",(?![^(]*\))")
MARKED = re.compile(r"\sdata-([a-z-]+)|dataset\.([a-z]+)")
"""What the file's tags are marked with, or its script marks them with."""
KEPT = ("jawab", "hal.")
TEXTS = "teks"


def rules(css: str, html: str) -> str:
    """Return a stylesheet without the rules for marks that nothing in a document has or gets."""
    marks = {name for pair in MARKED.findall(html) for name in pair if name}

    def needed(match: re.Match[str]) -> str:
        parts = SELECTORS.split(NEGATED.sub("", match[1]))
        return match[0] if any(marks.issuperset(STATE.findall(part)) for part in parts) else ""

    return EMPTY.sub("", RULE.sub(needed, css))


def trail(match: re.Match[str]) -> str:
    """Return a link to the question before, which leads on to those before it."""
    return f'<p class="trail">{back(match[2])}</p>'


def back(html: str) -> str:
    """Return a link to the last question that was answered."""
    _, to = ANSWER.findall(html)[-1]
    return f'<a href="{to}">Ubah jawaban terakhir</a>'


def past(match: re.Match[str]) -> str:
    """Return what stands before a plan: a link to the question that led to it, with all answers before it."""
    return f'<p class="past" id="{match[1]}" tabindex="-1">{back(match[0])}</p>'


def more(match: re.Match[str]) -> str:
    """Return where to read on as one line."""
    links = match[2].replace("</li><li>", " · ").removeprefix("<li>").removesuffix("</li>")
    return f'<p class="more">{match[1]}: {links}</p>'


def flow(html: str) -> str:
    """Return the flow without scripts' parts, with the exit once for all positions, the telephone on its page."""
    exits = EXIT.findall(html)
    html = BESIDE.sub(r"\1", html)
    html = CALL.sub(
        f'<p><a href="#{rewrite_links.section("metode/call-center")}">{copy_words.CALL}</a></p>', html
    )
    html = NIK_FIRST.sub(r'<p class="nik-first">\1</p>', MORE.sub(more, html))
    html = ROOT.sub("<div data-helper>", TRAIL.sub(trail, PAST.sub(past, GONE.sub("", html))))
    return STATIC.sub(lambda match: f"{match[1]}</div>{exits[0]}{match[2][6:]}", EXIT.sub("", html), count=1)


def texts(html: str) -> str:
    """Return HTML in which each ready text stands once, on a page of its own, and links lead there."""
    anchors: dict[tuple[str, str], str] = {}

    def link(match: re.Match[str]) -> str:
        anchor = anchors.setdefault((match[1], match[2]), f"{TEXTS}.{len(anchors) + 1}")
        return f'<p><a href="#{anchor}">{ASIDE.sub("", match[1])}</a></p>'

    html = MESSAGE.sub(link, html)
    listed = "".join(
        f'<figure class="message" id="{anchor}"><figcaption>{label}</figcaption>{text}</figure>'
        for (label, text), anchor in anchors.items()
    )
    return (
        f'{html}<section class="page" id="{rewrite_links.section(TEXTS)}" data-title="Teks siap pakai">'
        f"<h1>Teks siap pakai</h1>{listed}</section>"
    )


def contacts(html: str) -> str:
    """Return HTML in which each contact stands once, on the page about calling or where it comes first.

    From where else it stood a link leads there, under the anchor that stood there.
    """
    homes: dict[str, str] = {}
    for match in CONTACT.finditer(html):
        if match[2] not in homes or "call-center" in match[1]:
            homes[match[2]] = match[1]

    def link(match: re.Match[str]) -> str:
        home = homes[match[2]]
        return (
            match[0]
            if match[1] == home
            else f'<p id="{match[1]}"><a href="#{home}">{copy_words.CALL}</a></p>'
        )

    return CONTACT.sub(link, html)


def pictures(html: str) -> str:
    """Return HTML in which a picture that comes again shows the first one, under the first one's name."""
    first_ones: dict[str, tuple[str, str]] = {}

    def once(match: re.Match[str]) -> str:
        shown = IDS.sub("", PAINT.sub("", match[2]))
        if shown in first_ones:
            tag, name = first_ones[shown]
            return f'{tag}<use href="#{name}"/></svg>'
        first_ones[shown] = (match[1], f"gambar.{len(first_ones) + 1}")
        return f'{match[1]}<g id="{first_ones[shown][1]}">{match[2]}</g></svg>'

    return PICTURE.sub(once, html)


def facts(html: str) -> str:
    """Return the table of facts as a list, with each source once, by number, at its end.

    The day of most facts is said once above the list, and stands at those of another day only.
    A sentence that a page says is not said again: its fact has its name, note and sources here.
    """
    source_numbers: dict[str, int] = {}

    def row(cells: list[str], usual: str) -> str:
        label, value, cited, confidence, checked = cells
        numbers = [
            source_numbers.setdefault(text, len(source_numbers) + 1) for text in cited.split("<br>") if text
        ]
        shown = ", ".join(map(str, numbers))
        when = "" if checked == usual else f" {checked}."
        value, note = NOTE.match(value).groups("")  # type: ignore[union-attr]  # it matches anything
        shown_value = "" if len(value) > LONG and (value in start or value in after) else f"{value}<br>"
        remark = f"{note} Sumber {shown} ({confidence}).{when}".strip()
        return f"<dt>{label}</dt><dd>{shown_value}<small>{remark}</small></dd>"

    def table(match: re.Match[str]) -> str:
        rows = [CELL.findall(one[0]) for one in list(ROW.finditer(match[0]))[1:]]
        usual = Counter(cells[-1] for cells in rows).most_common(1)[0][0]
        listed = "".join(row(cells, usual) for cells in rows)
        sources = "".join(f"<li>{text}</li>" for text in source_numbers)
        dated = (
            f"<p>Kalau tidak disebut lain, fakta ini diperiksa {usual}. "
            "Di belakang nomor sumber tertulis seberapa yakin kami. "
            "Kalimat yang panjang berdiri di halamannya sendiri, jadi di sini hanya namanya.</p>"
        )
        return f"{dated}<dl>{listed}</dl><h2>Daftar sumber</h2><ol>{sources}</ol>"

    start, mark, rest = html.partition(f'id="{rewrite_links.section("sumber")}"')
    page, end, after = rest.partition('<section class="page-foot"')
    return start + mark + TABLE.sub(table, page, count=1) + end + after


def foot(match: re.Match[str]) -> str:
    """Return the foot of a page with its dates only; the page of sources has the rest."""
    dates = DATES.search(match[2])
    shown = PASSED.sub(r"\1Tanggal itu sudah lewat.</b>", dates[0]) if dates else ""
    return f"{match[1]}{TIME.sub('', shown)}</section>"


def body(html: str) -> str:
    """Return the sections of the light file, made from those of the full one."""
    html = pictures(contacts(texts(FOOT.sub(foot, facts(flow(ABBR.sub("", html)))))))
    used = {one for pair in USED.findall(html) for one in " ".join(pair).split()}

    def needed(match: re.Match[str]) -> str:
        return match[0] if match[1] in used or match[1].startswith(KEPT) else ""

    html = rewrite_links.in_tags(html, lambda tag: IDS.sub(needed, NEEDLESS.sub("", tag)))
    return minify_html.minify(html)
