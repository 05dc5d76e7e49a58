"""Owns what takes the place of some modules in the browser: Pyodide's event loop and package loader, and their like.

Fed to `bundle_stdlib` and `bundle_trace`. The engine answers at once, in one call, and loads no package; yet Pyodide
imports all this at each start, and with it sockets, subprocesses, archives and temporary files: half of the library.
The stand-ins hold only what starting asks for; what they leave out fails at once, by name. They belong to the pinned
version of Pyodide; the runtime's own tests run on them (`tests/e2e/test_trimmed.py`).
"""

WEBLOOP = """\
'''Stands in for Pyodide's event loop: there is none.'''


def _initialize_event_loop():
    '''Called when Pyodide starts.'''
"""

PACKAGE_LOADER = """\
'''Stands in for Pyodide's package loader: there are no packages.'''


class _Folder:
    def __init__(self, path):
        self.path = path

    def __str__(self):
        return self.path


SITE_PACKAGES = _Folder("/lib/python3.13/site-packages")
DSO_DIR = _Folder("/usr/lib")


def init_loaded_packages():
    '''Called when Pyodide starts.'''
"""

ASYNCIO = """\
'''Stands in for asyncio: Pyodide imports it by name when it starts, and asks for nothing of it.'''
"""

RESOURCES = """\
'''Stands in for importlib.resources: importlib.abc imports it for its submodule abc.'''
"""

RESOURCES_ABC = """\
'''Stands in for importlib.resources.abc: importlib.abc passes on what it names, which is nothing.'''

__all__ = []
"""

DOCSTRING = """\
'''Stands in for what words the help of Pyodide's own functions: nobody asks for help in a worker.'''


def get_cmeth_docstring(func):
    '''Called for each of some hundred functions when Pyodide starts; the end marks where a signature stops.'''
    return func.__name__ + "(*args, **kwargs)\\n--\\n\\n"
"""

DIS = """\
'''Stands in for the disassembler: inspect reads only how it calls the flags of compiled code.'''

COMPILER_FLAG_NAMES = {
    1: "OPTIMIZED",
    2: "NEWLOCALS",
    4: "VARARGS",
    8: "VARKEYWORDS",
    16: "NESTED",
    32: "GENERATOR",
    64: "NOFREE",
    128: "COROUTINE",
    256: "ITERABLE_COROUTINE",
    512: "ASYNC_GENERATOR",
}
"""

STANDINS: dict[str, bytes] = {
    "_pyodide/docstring.py": DOCSTRING.encode(),
    "asyncio/__init__.py": ASYNCIO.encode(),
    "dis.py": DIS.encode(),
    "importlib/resources/__init__.py": RESOURCES.encode(),
    "importlib/resources/abc.py": RESOURCES_ABC.encode(),
    "pyodide/webloop.py": WEBLOOP.encode(),
    "pyodide/_package_loader.py": PACKAGE_LOADER.encode(),
}
"""Archive name in Pyodide's standard library to the source that takes its place."""
