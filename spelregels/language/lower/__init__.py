"""From surface to model: names resolved, defaults filled in, everything dangling refused.

``parsed`` (one file as read), ``vocabulary`` (roles, acts, facts of a lineage), ``scope`` (what a
name means in a file), ``conditions``, ``patterns``, ``terms``, ``norms``, ``stages``, ``files``.
"""
