"""What only an extra needs is not needed by the rest."""

import subprocess
import sys
from pathlib import Path

EXTRAS = "pyspark pandas mcp resvg_py psycopg torch onnx playwright".split()


def test_the_commands_load_without_any_extra() -> None:
    code = (
        f"import sys; sys.modules.update(dict.fromkeys({EXTRAS!r}))\n"
        "import variorum.web.application\n"
        "from variorum.cli.commands import COMMANDS, load\n"
        "for name in COMMANDS: load(name)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_a_missing_extra_is_named(tmp_path: Path) -> None:
    for module, command, extra in (
        ("mcp", "mcp {store}", "variorum[mcp]"),
        ("pyspark", "build --engine local[1] -o {store}", "variorum[spark]"),
        ("psycopg", "show postgresql://desk:geheim@nowhere/story", "variorum[postgres]"),
    ):
        code = (
            f"import sys; sys.modules[{module!r}] = None\n"
            f"sys.argv = ['variorum', *{command!r}.format(store={str(tmp_path / 's')!r}).split()]\n"
            "from variorum.cli import main; main()"
        )
        run = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=False
        )
        assert run.returncode == 1
        assert extra in run.stderr
        assert "geheim" not in run.stderr
