from __future__ import annotations

from pathlib import Path

from tests.support.nu import nu_messages
from tests.support.sites import write_files

HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title></head>'


def test_checker_passes_good_pages_and_names_bad_ones(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "good.html": f"{HEAD}<body><h1>x</h1></body></html>\n",
            "bad.html": f"{HEAD}<body><h1>x</h1><img src=a.png></body></html>\n",
        },
    )

    found = nu_messages(tmp_path)

    assert len(found) == 1
    assert "bad.html" in found[0]
    assert "alt" in found[0]


def test_inline_style_and_script_are_named_but_not_the_pages_own_files_and_data(
    tmp_path: Path,
) -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
    head = HEAD.replace("<title>", f"{policy}<link rel=stylesheet href=../a.css><title>")
    data = '<script type="application/json">{}</script>'
    body = f"<body><h1 style='top: 0'>x</h1>{data}<script>0</script></body></html>\n"
    write_files(tmp_path, {"page.html": head + body})

    found = nu_messages(tmp_path)

    assert len(found) == 2
    assert "“style” attribute" in found[0]
    assert "Inline script" in found[1]
