"""What YAML may say, as strict pydantic models; the JSON Schema is made from these same models.

``base`` (names with places), ``scalars`` (words, dates, references), ``conditions``, ``patterns``,
``terms``, ``norms``, ``stages``, ``ruleset``; ``errors`` puts pydantic's findings back in the file.
"""
