import codecs
import contextlib

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from variorum.ingest.decoding import NotTextError, charset_in, decode

from .pages import STORY, steady

ENGLISH = "“It’s over,” she said – and the café closed.\r\nThe talks went on all day.\r\n" * 3
FRENCH = (
    "Les négociations ont duré toute la journée, a déclaré le porte-parole du ministère. "
    "Les délégations se retrouveront la semaine prochaine à Alder. "
) * 3
GERMAN = (
    "Die Gespräche dauerten den ganzen Tag, sagte der Sprecher des Außenministeriums. Die "
    "Delegationen treffen sich nächste Woche wieder, um über Einzelheiten zu reden. "
) * 3
SPANISH = (
    "Las negociaciones duraron todo el día, declaró el portavoz. Las delegaciones volverán a "
    "reunirse mañana, según añadió. "
) * 3
POLISH = (
    "Rozmowy trwały cały dzień, powiedział rzecznik ministerstwa spraw zagranicznych. Delegacje "
    "spotkają się ponownie w przyszłym tygodniu, żeby omówić szczegóły. "
) * 3
TURKISH = (
    "Görüşmeler bütün gün sürdü, dışişleri bakanlığı sözcüsü açıkladı. Heyetler gelecek hafta "
    "yeniden bir araya gelecek; şehirde güvenlik önlemleri artırıldı. "
) * 3
RUSSIAN = (
    "Переговоры продолжались весь день, сообщил представитель министерства. Делегации встретятся "
    "снова на следующей неделе. "
) * 3
CHINESE = "会谈持续了一整天，外交部发言人说。" * 4


@pytest.mark.parametrize("text", [ENGLISH, FRENCH, POLISH, TURKISH, RUSSIAN, CHINESE, STORY])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_and_without_a_mark_is_read_to_the_character(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_settles_the_order_and_is_no_character(
    mark: bytes, encoding: str
) -> None:
    assert decode(mark + RUSSIAN.encode(encoding)) == RUSSIAN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(FRENCH, "utf-16-le", id="french-le"),
        pytest.param(GERMAN, "utf-16-be", id="german-be"),
        pytest.param("The talks went on all day. " * 4, "utf-16-le", id="english-le"),
        pytest.param("The talks went on all day. " * 4, "utf-16-be", id="english-be"),
        pytest.param(RUSSIAN, "utf-16-le", id="russian-le"),
    ],
)
def test_utf_16_without_a_mark_is_detected(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (GERMAN, "cp1252"),
        (GERMAN, "latin-1"),
        (POLISH, "cp1250"),
        (TURKISH, "cp1254"),
        (TURKISH, "iso8859-9"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (CHINESE, "gb18030"),
        (FRENCH, "cp1252"),
        (FRENCH, "latin-1"),
        (SPANISH, "latin-1"),
        (POLISH, "iso8859-2"),
    ],
)
def test_older_encodings_are_detected(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "text",
    [
        "First line\r\nsecond line\r\n",
        "old\rMac\rlines",
        "a\u00a0non-breaking\u202fspace",
        "“curly” ‘quotes’ – and — dashes…",
        "  leading and trailing \n\n",
        "tab\tand form\x0cfeed",
        "zero\u200bwidth and 🕊️",
    ],
)
def test_every_character_is_kept(text: str) -> None:
    assert decode(text.encode()) == text


def test_html_may_declare_its_encoding() -> None:
    page = f'<html><head><meta charset="iso-8859-1"></head><p>{FRENCH}</p></html>'
    assert decode(page.encode("latin-1"), is_html=True) == page


@pytest.mark.parametrize(
    ("declared", "actual", "text"),
    [("iso-8859-1", "cp1252", "“It’s over,” she said"), ("gb2312", "gb18030", "朱镕基总理说")],
)
def test_a_declared_encoding_is_read_as_browsers_read_it(
    declared: str, actual: str, text: str
) -> None:
    page = f'<meta charset="{declared}"><p>{text}</p>'
    assert decode(page.encode(actual), is_html=True) == page


@pytest.mark.parametrize(
    "declaration", ['<meta charset="no-such-thing">', '<meta charset="ascii">']
)
def test_a_declaration_that_does_not_hold_is_passed_over(declaration: str) -> None:
    page = declaration + RUSSIAN
    assert decode(page.encode("cp1251"), is_html=True) == page


def test_a_declared_encoding_called_undefined_is_passed_over() -> None:
    page = '<meta charset="undefined"><p>' + GERMAN
    assert decode(page.encode("cp1252"), is_html=True) == page


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", "\u00a0\u2003\n".encode(), codecs.BOM_UTF16_LE])
def test_input_without_a_visible_character_is_empty(data: bytes) -> None:
    with pytest.raises(NotTextError) as caught:
        decode(data)
    assert caught.value.code == "empty"


def test_a_file_of_a_mark_only_is_empty() -> None:
    with pytest.raises(NotTextError):
        decode(codecs.BOM_UTF8)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06\x00",
        b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xcb\x48\xcd\xc9\xc9\x07\x00",
        b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 4,
        bytes(300),
        b"talks\x00\x01\x02\x03 on",
    ],
    ids=["png", "gzip", "pdf", "zeros", "controls"],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(NotTextError) as caught:
        decode(data)
    assert caught.value.code == "binary"


def test_a_mark_that_lies_is_named() -> None:
    with pytest.raises(NotTextError, match="utf-8") as caught:
        decode(codecs.BOM_UTF8 + b"talks \xff\xfe\xfd")
    assert caught.value.code == "unreadable"


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param("Café talks: “nothing is agreed”. ".encode() * 5 + b"\xe2\x80", id="cut-off"),
        pytest.param(
            "Café talks: “nothing is agreed”. ".encode() * 5 + b"\xff and so on.", id="in-mid-text"
        ),
    ],
)
def test_one_wrong_byte_does_not_spoil_a_utf_8_page(broken: bytes) -> None:
    assert decode(broken).startswith("Café talks: “nothing is agreed”. ")


TEXT_CHARACTERS = st.characters(
    exclude_categories=["Cs"],
    exclude_characters=[chr(code) for code in [*range(9), *range(0x0E, 0x1B), 0x7F]],
)


@steady
@given(st.text(TEXT_CHARACTERS, min_size=1))
def test_any_text_as_utf_8_decodes_to_itself(text: str) -> None:
    assume(text.strip() and not text.startswith("\ufeff"))
    assert decode(text.encode()) == text
    assert decode(text.encode("utf-8-sig")) == text


@steady
@given(st.binary(max_size=400), st.booleans())
def test_any_bytes_give_text_or_a_reason(data: bytes, is_html: bool) -> None:
    with contextlib.suppress(NotTextError):
        text = decode(data, is_html=is_html)
        assert text.strip()
        assert len(text) <= len(data)


class TestAnEncodingThatAServerTells:
    def test_goes_before_the_one_that_the_page_declares(self) -> None:
        page = f'<meta charset="iso-8859-1"><p>{POLISH}</p>'
        assert decode(page.encode("cp1250"), is_html=True, charset="windows-1250") == page

    @pytest.mark.parametrize(
        ("text", "charset"),
        [("Ilość", "iso-8859-2"), ("Ağrı", "iso-8859-9"), ("会議", "iso-2022-jp"),
         ("会谈", "gb2312"),
         ("договор", "koi8-r"), ("La fin", "utf-16")],
    )  # fmt: skip
    def test_is_believed_of_a_text_too_short_to_tell(self, text: str, charset: str) -> None:
        assert decode(text.encode(charset), charset=charset) == text

    def test_is_not_believed_against_the_bytes(self) -> None:
        for told in ("iso-8859-1", "utf-16-le", "ascii", "windows-1250"):
            assert decode(GERMAN.encode(), charset=told) == GERMAN
        assert decode(codecs.BOM_UTF8 + GERMAN.encode(), charset="latin-1") == GERMAN
        assert decode(RUSSIAN.encode("utf-16-le"), charset="iso-8859-1") == RUSSIAN
        assert decode(GERMAN.encode("cp1252"), charset="utf-8") == GERMAN

    @pytest.mark.parametrize("told", ["no-such-thing", "rot13", "base64", "undefined", "mbcs", ""])
    def test_may_be_none(self, told: str) -> None:
        assert decode(GERMAN.encode("cp1252"), charset=told) == GERMAN

    @pytest.mark.parametrize("told", ["punycode", "idna", "unicode_escape", "raw_unicode_escape"])
    def test_is_one_of_pages(self, told: str) -> None:
        """Others make another text of it, or are at it for hours."""
        text = r"caf\u00e9-" * 3
        assert decode(text.encode(), charset=told) == text
        page = f'<meta charset="{told}"><p>{text} \xe9</p>'
        assert text in decode(page.encode("latin-1"), is_html=True)


@pytest.mark.parametrize(
    ("header", "charset"),
    [
        ("text/html; charset=windows-1250", "windows-1250"),
        ('text/html;CHARSET="UTF-8"; x=y', "UTF-8"),
        ("text/html; boundary=charset", None),
        ("text/html", None),
        ("charset=utf-8", None),
        ("text/html; charset=" + "x" * 1000, "x" * 40),
    ],
)
def test_what_a_header_tells(header: str, charset: str | None) -> None:
    assert charset_in(header) == charset
