"""From YAML to a checked tree, its diagrams, its page and its browser bundle. Runs in the build only."""
