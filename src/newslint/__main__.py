"""``newslint`` and ``python -m newslint``."""

from __future__ import annotations

import gc
import os
import sys

gc.set_threshold(200_000, 20, 50)
# A hook lints one file: collecting garbage would find none, and cost a tenth of the run. Long runs still collect.


def main() -> None:
    """Run the command line and exit with its code."""
    from newslint.modules import Modules

    modules = Modules()
    sys.meta_path.insert(0, modules)
    from newslint.cli import run

    code = run()
    sys.stderr.flush()
    modules.keep()
    engines = sys.modules.get("newslint.engines.languagetool.engine")
    if engines:
        engines.close_all()
    # Taking every module and word list apart before exiting would cost as much as linting an article.
    os._exit(code)


if __name__ == "__main__":
    main()
