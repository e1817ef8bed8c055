"""Pages for people who do not program: one self-contained HTML file each, without scripts."""
