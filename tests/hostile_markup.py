"""What a document may hold to harm whoever opens a file made of it."""

from __future__ import annotations

HOSTILE = (
    "<script>globalThis.broken=1</script>",
    "</script><script>globalThis.broken=2</script>",
    "<img src=x onerror=globalThis.broken=3>",
    '" onmouseover="globalThis.broken=4',
    "' onmouseover='globalThis.broken=5",
    "www.a'onmouseover='globalThis.broken=6'style='position:fixed;inset:0;z-index:99",
    "http://a.example/'onmouseover='globalThis.broken=7",
    "x@a.example'onmouseover='globalThis.broken=8",
    "&lt;img src=x onerror=globalThis.broken=9&gt;",
    "<iframe src='javascript:globalThis.broken=10'></iframe>",
    "<svg><style><img title='</style><img src=x onerror=globalThis.broken=11>'>",
    "a title with href in it",
    "{{ 7 * 7 }} ${7*7}",
    "one\r\nEND:VEVENT\r\nBEGIN:VALARM",
    "back\\slash; semi, comma: colon",
    "\u202eevil \u2066bidi\u2069 \x00\x1b[31m",
    "line\u2028end",
    "👮🏽‍♀️ emoji",
    "עברית وعربية",
    "W" * 10_000,
)
ADDRESSES = (
    "javascript:globalThis.broken=20",
    "https://a.example/'onmouseover='globalThis.broken=21",
    'https://a.example/"onmouseover="globalThis.broken=22',
    "https://a.example/?q=www.b'onmouseover='globalThis.broken=23",
    "https://a.example/\nEND:VEVENT",
    "https://user@a.example/?m=x@b.example",
    "https://a.example/plain?x=1&y=2",
)
