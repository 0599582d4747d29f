"""What holds for every report."""

from lxml import html

from variorum.report.page import report_script, report_style


def check_is_ours(document: str) -> html.HtmlElement:
    """Every element, link and script of a report is the template's own."""
    tree = html.document_fromstring(document)
    (script,), (style,) = tree.findall(".//script"), tree.findall(".//style")
    assert (script.text, style.text) == (report_script(), report_style())
    assert not tree.xpath("//plot | //img | //iframe | //object | //embed | //base | //comment()")
    assert not tree.xpath("//form | //foreignObject | //animate | //@href[. = 'None']")
    assert not tree.xpath("//@*[starts-with(name(), 'on')] | //@style | //@src | //@action")
    assert tree.xpath("//link/@href") == ["data:,"]
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids)), "an id is there twice"
    for link in tree.xpath("//a"):
        href = link.get("href")
        if href.startswith("#"):
            assert href.removeprefix("#") in ids, href
        else:
            assert href.startswith(("https://", "http://"))
            assert link.get("rel") == "noreferrer noopener nofollow"
    return tree
