"""Roles as sets: aliases, ``one_of``, ``bound_by`` and vehicles worked out once (M12)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from spelregels.model.patterns import Bearer, RoleSpec
from spelregels.model.ruleset import Role
from spelregels.model.words import RoleKind, Vehicle


class Fitting:
    """Which roles fit a bearer: ``sure`` always, ``bound`` only if the header names that role.

    Roles are numbers of ``RoleTable``. ``anyone``: everybody fits.
    """

    __slots__ = ("anyone", "bound", "sure")

    def __init__(self, sure: frozenset[int], bound: frozenset[int], anyone: bool) -> None:
        self.sure = sure
        self.bound = bound - sure
        self.anyone = anyone


ANYONE: Final = Fitting(frozenset(), frozenset(), True)


class RoleTable:
    """Every role and alias of a ruleset as a number."""

    __slots__ = ("_fitting", "_roles", "numbers")

    def __init__(self, roles: Mapping[str, Role]) -> None:
        self._roles = roles
        self._fitting: dict[RoleSpec, Fitting] = {}
        self.numbers: dict[str, int] = {}
        for number, (name, role) in enumerate(roles.items()):
            self.numbers[name] = number
            for alias in role.aliases:
                self.numbers.setdefault(alias, number)

    def fitting(self, bearer: Bearer) -> Fitting:
        """The roles that fit; None and *not stated* let anyone in."""
        if not isinstance(bearer, RoleSpec):
            return ANYONE
        made = self._fitting.get(bearer)
        if made is None:
            made = self._fitting[bearer] = self._made(bearer)
        return made

    def _made(self, spec: RoleSpec) -> Fitting:
        sure: set[int] = set()
        bound: set[int] = set()
        for name in spec.any_of:
            if self._add(name, sure, bound, False):
                return ANYONE
        if spec.vehicle is not None:
            sure |= self._with_vehicle(spec.vehicle)
        return Fitting(frozenset(sure), frozenset(bound), False)

    def _with_vehicle(self, vehicle: Vehicle) -> set[int]:
        return {self.numbers[n] for n, role in self._roles.items() if role.vehicle is vehicle}

    def _add(self, name: str, sure: set[int], bound: set[int], bounded: bool) -> bool:
        """Put the role and its members in; True if everybody fits."""
        number = self.numbers.get(name)
        if number is None:
            return False
        role = self._role(number)
        if role.kind is RoleKind.ANYONE:
            return True
        (bound if bounded else sure).add(number)
        return any(
            self._add(member, sure, bound, bounded or role.bound_by_header)
            for member in role.one_of
            if self.numbers.get(member) != number
        )

    def _role(self, number: int) -> Role:
        return next(role for name, role in self._roles.items() if self.numbers[name] == number)
