"""The commands of the command line, one a module; `aids.cli` chooses among them."""
