"""The command line of spelregels: one thin module a command; what it needs loads when it runs."""
