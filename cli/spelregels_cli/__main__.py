"""``python -m spelregels_cli``."""

from spelregels_cli.app import main

if __name__ == "__main__":
    main()
