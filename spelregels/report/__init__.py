"""Findings in words: what verdicts and rules mean for people. One file per output format."""
