"""What a log shows, before any norm is asked: moments, facts, roles, windows, stages, links.

Read in this order: ``truth`` (three values), ``moments`` (time as intervals), ``evidence`` (who did
what when, and what stays unknown), ``walk`` (where the stage machine is), ``reading`` (patterns,
windows, situations, links). No norm is judged here: that is ``spelregels/semantics.py``.
"""
