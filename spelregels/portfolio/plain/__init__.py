"""The meaning of ``docs/portfolio.md`` for a portfolio of which everything is known, day by day.

Small, slow and obviously right: every event seen on a known day, every source complete, all areas
in the tree. What is swept elsewhere is held equal to this on such portfolios; on others, whatever
is said for sure there must hold here for everything that may turn out to be so.
"""
