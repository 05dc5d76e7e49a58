"""Owns trees of `kind: scan` in the build: lines on a scale in criteria and chapters. Each module says which step.

The scan that browser and build reckon with is `aids.runtime.scan.model.Scan`. Runs in the build only.
"""
