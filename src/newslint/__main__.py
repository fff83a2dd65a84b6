"""``newslint`` and ``python -m newslint``."""

from __future__ import annotations


def main() -> None:
    """Run the command line and exit."""
    from newslint.cli import main as command_line

    command_line()


if __name__ == "__main__":
    main()
