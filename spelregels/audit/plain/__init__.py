"""A second, plain reading of the meaning, for logs in which everything is known to the minute.

There every condition is true or false and every two events have an order, so that the clauses of
``docs/meaning.md`` come down to a few loops. Written from those clauses alone and sharing nothing
with the evaluator but the calendar: where the two differ, one of them misreads a clause.
Texts left open and missing links have no plain reading; norms that hang on them are passed over.
"""
