"""Where a value stands in a source, and whether it is what a condition asks."""

from __future__ import annotations

from decimal import Decimal

from spelregels.doors import conversions
from spelregels.doors.mapping_model import Check, Condition, KeyPath, text_of
from spelregels.doors.tally import Tally
from spelregels.language.nodes import ListNode, MapNode, Node, ScalarNode
from spelregels.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a path starts: the item, and the record it belongs to."""

    item: Node
    record: Node


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds values and tests conditions.

    ``empty``: words by which this source says nothing. ``joined``: names that a join may set.
    """

    tally: Tally
    empty: frozenset[str]
    zone: str = ""
    joined: frozenset[str] = frozenset()

    def look(self, path: KeyPath, scope: Scope) -> Node | None:
        """What stands at the end of a path; None when it is not there."""
        here: Node = scope.record if path.of_record else scope.item
        if path.keys:
            self.tally.tried.setdefault(path, set())
        for key in path.keys:
            if not isinstance(here, MapNode):
                if isinstance(here, ListNode):
                    self._through_list(path, here)
                elif isinstance(here, ScalarNode) and here.value is None:
                    self.tally.found.add(path)  # nothing there this time: no slip of the pen
                return None
            if key not in here.entries:
                self.tally.tried[path].update(here.entries)
                if key in self.joined:
                    self.tally.found.add(path)  # the join found nothing for this one
                return None
            here = here.entries[key]
        self.tally.found.add(path)
        return here

    def says_nothing(self, node: Node | None, empty: frozenset[str] = frozenset()) -> bool:
        """Is there no value here? Then it is unknown."""
        if node is None:
            return True
        if not isinstance(node, ScalarNode):
            return isinstance(node, ListNode) and not node.items
        return node.value is None or text_of(node) in self.empty or text_of(node) in empty

    def holds(self, conditions: tuple[Condition, ...], scope: Scope) -> bool:
        """Do all of these hold? A value that is not there equals no word."""
        return all(self._holds(condition, scope) for condition in conditions)

    def _holds(self, condition: Condition, scope: Scope) -> bool:
        node = self.look(condition.path, scope)
        nothing = self.says_nothing(node)
        match condition.check:
            case Check.PRESENT:
                return not nothing
            case Check.ABSENT:
                return nothing
            case Check.ONE_OF:
                return isinstance(node, ScalarNode) and text_of(node) in condition.words
            case Check.NONE_OF:
                return not (isinstance(node, ScalarNode) and text_of(node) in condition.words)
            case Check.AT_MOST | Check.ABOVE:
                return self._compares(condition, node, scope)

    def _compares(self, condition: Condition, node: Node | None, scope: Scope) -> bool:
        other = condition.number
        if condition.other is not None:
            other = _amount(self.look(condition.other, scope))
        mine = _amount(node)
        if mine is None or other is None:
            return False
        return mine <= other if condition.check is Check.AT_MOST else mine > other

    def _through_list(self, path: KeyPath, node: ListNode) -> None:
        self.tally.problems.add(
            "wrong-type",
            path.position,
            f"`{path.text}` loopt door een lijst (regel {node.position.line} van de bron).",
            f"`{path.text}` runs through a list (line {node.position.line} of the source).",
            expected_nl="`for_each` of een koppeling met `one: true`",
            expected_en="`for_each` or a join with `one: true`",
        )


def _amount(node: Node | None) -> Decimal | None:
    found = conversions.number(text_of(node)) if isinstance(node, ScalarNode) else None
    return None if found is None else Decimal(found)
