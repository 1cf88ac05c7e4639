"""What can be said of the code without running it: style, Django's own checks, migrations, words."""

import os
import subprocess
import sys
import tempfile

CHECKS = {
    "ruff": ["-m", "ruff", "check", "."],
    "manage.py check": ["manage.py", "check", "--fail-level", "WARNING"],
    "migrations": ["manage.py", "makemigrations", "--check", "--dry-run"],
    "words": ["-m", "pytest", "tests/house/test_words.py", "tests/house/test_floors.py"],
}


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="shuangliu-") as folder:
        env = {**os.environ, "SHUANGLIU_DATA_DIR": folder}
        failed = [name for name, command in CHECKS.items()
                  if subprocess.run([sys.executable, *command], env=env).returncode]
    if failed:
        sys.exit(f"make lint: {', '.join(failed)} failed")


if __name__ == "__main__":
    main()
