"""What a ruleset, norm, term, trajectory, event, verdict and finding *are*: frozen data, no logic.

Modules, in reading order: ``words`` (closed sets), ``terms``, ``patterns`` (acts and conditions),
``norms``, ``ruleset``, ``trajectory``, ``verdict``, ``problem`` (errors in what a user wrote).
"""
