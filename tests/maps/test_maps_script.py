from __future__ import annotations

import subprocess
from pathlib import Path


def test_the_scripts_pure_parts(node):
    done = subprocess.run(
        [node, "--test", str(Path(__file__).with_name("store.test.cjs"))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
