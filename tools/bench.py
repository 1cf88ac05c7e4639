"""Run bench/ on a private PostgreSQL that is as careful as in production: python -m tools.bench [what bench takes]"""

import os
import subprocess
import sys
import tempfile

from tools.services import postgres

if __name__ == "__main__":
    options = {"shared_buffers": "1GB", "work_mem": "32MB", "maintenance_work_mem": "512MB", "jit": "off"}
    with tempfile.TemporaryDirectory(prefix="shuangliu-") as folder, postgres(**options) as url:
        env = {**os.environ, "DATABASE_URL": url, "REDIS_URL": "", "SHUANGLIU_DATA_DIR": folder, "SHUANGLIU_HTTPS": "0",
               "SHUANGLIU_SECRET_KEY": "of-the-bench-alone", "SHUANGLIU_FIELD_KEY": "of-the-bench-alone"}
        sys.exit(subprocess.run([sys.executable, "-m", "bench", *sys.argv[1:]], env=env).returncode)
