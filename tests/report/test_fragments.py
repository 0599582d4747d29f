"""Parts of pages in one file: no forms, no ways out, and every id once."""

from variorum.report.fragments import fitted, joined_up


def test_a_file_asks_nothing() -> None:
    html = '<p>before</p><form class="filters" action="/x"><input name="a">\n</form><p>behind</p>'
    assert fitted(html, "here") == "<p>before</p><p>behind</p>"


def test_what_leads_to_the_application_becomes_text() -> None:
    for way in ("/statements?speaker=1", "None", "", "#", "?page=2", "javascript:x"):
        assert (
            fitted(f'<a class="more" href="{way}">all <b>of it</b></a>', "x") == "all <b>of it</b>"
        )
    for way in ("#stm1-1", "https://news.example/"):
        assert fitted(f'<a href="{way}">it</a>', "x") == f'<a href="{way}">it</a>'


def test_ids_are_a_part_s_own() -> None:
    html = (
        '<h3 id="when">When</h3><a href="#when">w</a><a href="#where">x</a><label for="when">'
        '<svg aria-labelledby="when other"><path marker-end="url(#when)" fill="url(#no)"/></svg>'
    )
    assert fitted(html, "story") == (
        '<h3 id="story-when">When</h3><a href="#story-when">w</a><a href="#where">x</a>'
        '<label for="story-when"><svg aria-labelledby="story-when other">'
        '<path marker-end="url(#story-when)" fill="url(#no)"/></svg>'
    )


def test_words_of_an_article_are_left_alone() -> None:
    text = "&lt;form action=&#34;/x&#34;&gt; id=&#34;a&#34; href=&#34;/y&#34; &lt;/form&gt;"
    assert fitted(f'<p id="a">{text}</p>', "x") == f'<p id="x-a">{text}</p>'


def test_places_inside_parts_are_found() -> None:
    html = '<i id="lineage"></i><i id="lineage-tree"></i>'
    assert joined_up(f'{html}<a href="#lineage#tree">') == f'{html}<a href="#lineage-tree">'
    assert joined_up(f'{html}<a href="#lineage#none">') == f'{html}<a href="#lineage">'
