"""Which passages are in another language, and which only look so."""

from __future__ import annotations

import pytest

from eventgraph.text.languages import language_of

CYRILLIC = "Russian or another language in Cyrillic letters"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Polizei in Larnby hat am 3. Mai 2024 zwölf Menschen festgenommen.", "German"),
        ("La policía de Larnby detuvo el 3 de mayo de 2024 a doce personas.", "Spanish"),
        ("LA POLICÍA DE LARNBY DETUVO EL LUNES A DOCE PERSONAS EN LA CIUDAD.", "Spanish"),
        ("La police de Larnby a arrêté douze personnes dans une maison le 3 mai 2024.", "French"),
        ("De politie van Larnby heeft op 3 mei 2024 twaalf mensen aangehouden.", "Dutch"),
        (
            "A polícia de Larnby prendeu doze pessoas em uma casa no dia 3 de maio, disse o chefe.",
            "Portuguese",
        ),
        ("La polizia di Larnby ha arrestato dodici persone nella notte, secondo il capo.", "Italian"),
        ("Policja w Larnby zatrzymała dwanaście osób, które są podejrzane o handel ludźmi.", "Polish"),
        (
            "Polisi menangkap dua belas orang di Larnby pada 3 Mei 2024 karena perdagangan orang.",
            "Indonesian",
        ),
        ("Naaresto ng pulisya ang labindalawang tao sa Larnby noong Biyernes.", "Filipino"),
        ("Полиция Ларнби задержала 3 мая двенадцать человек.", CYRILLIC),
        ("警方于2024年5月3日在拉恩比逮捕了十二人。", "Chinese"),
        ("警察は5月3日に12人を逮捕した。", "Japanese"),
        ("경찰은 5월 3일 열두 명을 체포했다.", "Korean"),
        ("ألقت الشرطة القبض على اثني عشر شخصا.", "Arabic or another language in Arabic letters"),
        ("Σήμερα η αστυνομία συνέλαβε δώδεκα άτομα.", "Greek"),
        ("Police in Larnby held two men.", ""),
        ("Larnby police held two men after a raid near the Plaza de la Constitución.", ""),
        ("Juan de la Cruz, María de los Ángeles y Pedro de la Torre", ""),
        ("Los Angeles", ""),
        ("U.S. maker Quist Motors seeks bankruptcy protection in U.S. court", ""),
        ("Raid nets 40 kg of cocaine", ""),
        ("Quist, Lind, Holm, Aydin, Pell, Marsh, Orr, Harrow, Varga, Rowe", ""),
        ("The chief, Сергей Иванов, left.", ""),
        ("12 3,400 17:00", ""),
        ("", ""),
    ],
)
def test_language(text: str, language: str) -> None:
    """Small words and letters tell a language; names, headlines and figures tell none."""
    assert language_of(text) == language
