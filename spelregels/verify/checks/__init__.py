"""One module a check: ``RECORD``, what it says of itself, and ``find``, what it does.

A check is a pure function of what it is given. How to add one: ``docs/verify.md``.
"""
