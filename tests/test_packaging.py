"""What is installed is whole: packs, word lists, types; and it runs from a wheel that was built from the sdist."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as an index builds it: sdist first, then the wheel from the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    done = subprocess.run(
        [sys.executable, "-m", "build", "--outdir", str(folder), str(ROOT)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    [sdist] = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as packed:
        names = packed.getnames()
    assert any(name.endswith("/rules/hype.yaml") for name in names)
    assert any(name.endswith("/tests/test_rules.py") for name in names)
    [built] = folder.glob("*.whl")
    return built


def test_the_wheel_holds_every_pack_and_list(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"newslint/rules/{path.name}" for path in (ROOT / "rules").glob("*.yaml")}
    wanted |= {f"newslint/data/{path.name}" for path in (ROOT / "src/newslint/data").iterdir() if path.is_file()}
    wanted |= {"newslint/py.typed"}
    assert wanted <= names
    assert not [name for name in names if name.startswith(("tests/", "fixtures/"))]


def test_the_wheel_runs_by_itself(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    (tmp_path / "a.txt").write_text("Council sells its museum\n\nExperts say it is a real game changer for the city.\n")
    code = (
        f"import sys; sys.path.insert(0, {str(site)!r}); sys.argv = ['newslint', 'check', '--isolated', 'a.txt'];"
        "import newslint; assert newslint.__file__.startswith(sys.path[0]);"
        "from newslint.__main__ import main; main()"
    )
    env = {"NEWSLINT_CACHE_DIR": str(tmp_path / "cache"), "PATH": "/usr/bin:/bin", "PYTHONPATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, env=env, check=False
    )
    assert "vague-attribution" in done.stdout, done.stdout + done.stderr


def test_types_can_be_used_by_others(wheel: Path) -> None:
    metadata = next(n for n in zipfile.ZipFile(wheel).namelist() if n.endswith("METADATA"))
    text = zipfile.ZipFile(wheel).read(metadata).decode()
    assert "License-Expression: MIT" in text
    core = [line for line in text.splitlines() if line.startswith("Requires-Dist") and "extra" not in line]
    assert not [line for line in core if "language-tool" in line or "language_tool" in line], (
        "GPL stays out of the core"
    )
