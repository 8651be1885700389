"""Source code and data in a text."""

from __future__ import annotations

import pytest

from eventgraph.text.code import find_code

PYTHON = 'import os\n\ndef kill(it):\n    """Kill it."""\n    os.kill(it.pid, 9)\n    return attack(it)'
PROSE = "Police in Larnby held two men on Friday and let one of them go.\n"


@pytest.mark.parametrize(
    "code",
    [
        PYTHON,
        "function fire(target) {\n  gun.shoot(target);\n  return target.dead;\n}",
        '#include <stdio.h>\nint main(void) {\n  puts("raid");\n  return 0;\n}',
        '{\n  "city": "Larnby",\n  "killed": 12,\n  "events": [\n    "raid"\n  ]\n}',
        "<ul>\n<li>Raid</li>\n<li>Arrest</li>\n</ul>",
        "SELECT name FROM arrests WHERE day = 3;\nUPDATE arrests SET city = 'Larnby';\nDELETE FROM raids;",
        "```\nPolice held two men.\n```",
        "~~~ text\nanything at all\n~~~",
    ],
)
def test_code(code: str) -> None:
    """Code is found alone and between paragraphs, from its first line to its last."""
    for text in (code, f"{PROSE}\n{code}\n\n{PROSE}"):
        assert [text[start:end] for start, end in find_code(text)] == [code]


@pytest.mark.parametrize(
    "text",
    [
        PROSE * 5,
        "The panel condemns the raid;\nthe panel asks for peace;\nthe panel thanks the mayor;\n",
        "from the harbour (see the map)\nto the old port, where\nfor two days (and nights)\n",
        "Police(AP)\n\nTwo men were held.\n",
        "```\nPolice held two men.\n",
        "Killed: 2\nInjured: 14\nMissing: 3\n",
        "- two men\n- a boat\n- 40 kg of cocaine\n",
    ],
)
def test_what_is_no_code(text: str) -> None:
    """Resolutions, wrapped lines, captions, figures, lists and open fences are none."""
    assert find_code(text) == ()
