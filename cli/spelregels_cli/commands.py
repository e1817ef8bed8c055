"""The commands by name; the module of a command is imported when somebody asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

FUNCTIONS: Mapping[str, tuple[str, str]] = {
    "check": ("check", "check"),
    "test": ("test", "test"),
    "new": ("new", "new"),
    "verify": ("verify", "verify"),
    "compare": ("compare", "compare"),
    "explain": ("explain", "explain"),
    "show": ("show", "show"),
    "preview": ("preview", "preview"),
    "agenda": ("agenda", "agenda"),
    "what-if": ("whatif", "what_if"),
    "diagram": ("diagram", "diagram"),
    "portfolio": ("portfolio", "portfolio"),
    "migrate": ("migrate", "migrate"),
    "term": ("term", "term"),
    "schema": ("schema", "schema"),
    "sheet": ("sheet", "sheet"),
    "list": ("library", "list_rulesets"),
}
"""Each command with the module in this package and the function in it; a new one is a line here."""


class Commands(TyperGroup):
    """A group that makes a command when somebody asks for it."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order in which the help shows them."""
        return [*FUNCTIONS, *super().list_commands(ctx)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, or None."""
        if cmd_name not in FUNCTIONS:
            return super().get_command(ctx, cmd_name)
        module, function = FUNCTIONS[cmd_name]
        run = getattr(import_module(f"spelregels_cli.{module}"), function)
        alone = typer.Typer(
            add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
        )
        alone.command(cmd_name)(run)
        return typer.main.get_command(alone)
