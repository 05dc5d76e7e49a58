"""Owns what takes the place of some modules in the browser: Pyodide's event loop and package loader, and their like.

Fed to `bundle_stdlib` and `bundle_trace`. The engine answers at once, in one call, loads no package and never reaches
for JavaScript; yet Pyodide imports all this at each start, and with it sockets, subprocesses, archives, temporary files
and the tools that take Python code apart: more than half of the library.
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

DOCSTRING = """\
'''Stands in for what words the help of Pyodide's own functions: nobody asks for help in a worker.'''


def get_cmeth_docstring(func):
    '''Called for each of some hundred functions when Pyodide starts; the end marks where a signature stops.'''
    return func.__name__ + "(*args, **kwargs)\\n--\\n\\n"
"""

PYODIDE_BASICS = """\
'''Stands in for the basics of Pyodide: what runs code as text, and what finds modules of JavaScript.'''

from . import _base, _importhook


def set_excepthook():
    '''Called when Pyodide starts: Python shows an error well enough by itself.'''
"""

CODE_RUNNER = """\
'''Stands in for what runs Python code as text: starting runs a few lines so, and no help does.'''

import _ast


def eval_code(source, globals=None, locals=None, **_options):
    '''Run the code; return the value of its last expression.'''
    if globals is None:
        globals = {}
    tree = compile(source, "<exec>", "exec", _ast.PyCF_ONLY_AST)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], _ast.Expr) else None
    exec(compile(tree, "<exec>", "exec"), globals, locals)
    if last is None:
        return None
    return eval(compile(_ast.Expression(last.value), "<exec>", "eval"), globals, locals)


def pyimport_impl(path):
    '''Return a module, or what it calls by the last part of the path.'''
    stem, *names = path.rsplit(".", 1)
    module = __import__(stem, fromlist=names)
    if not names:
        return module
    if not hasattr(module, names[0]):
        __import__(path)
    return getattr(module, names[0])
"""

CODE = """\
'''Stands in for what Pyodide offers around running code: the running alone.'''

from _pyodide._base import eval_code
"""

JAVASCRIPT_FINDER = """\
'''Stands in for what lets Python import JavaScript: the engine computes, and can reach nothing else.'''


class _Finder:
    jsproxies = {}


jsfinder = _Finder()


def register_js_module(name, module):
    '''Called when Pyodide starts; leaves the module where it is.'''


def unregister_js_module(name):
    '''Named by what Pyodide imports when it starts.'''


def register_js_finder():
    '''Called when Pyodide starts.'''


def register_windows_finder():
    '''Called when Pyodide starts.'''


def register_module_not_found_hook(packages, unvendored):
    '''Called when Pyodide starts.'''


def add_note_to_module_not_found_error(error):
    '''Called for a module that is not there: there is no package to point at.'''
"""

JAVASCRIPT_CALLS = """\
'''Stands in for what gives calls into JavaScript a signature: each takes and gives what it would without one.'''

from _pyodide_core import (
    JsFuncSignature,
    js2py_as_py_json,
    js2py_deep,
    js2py_default_call_result,
    py2js_as_js_json,
    py2js_deep,
    py2js_default,
)


class no_default:
    pass


class Json:
    py2js = py2js_as_js_json
    js2py = js2py_as_py_json


class Deep:
    py2js = py2js_deep
    js2py = js2py_deep


class Default:
    pass


class BindClass:
    pass


def _any(*args, **kwargs):
    pass


default_signature = JsFuncSignature(
    _any, False, 0, (), (), py2js_default, (), (), (), py2js_default, js2py_default_call_result
)


def func_to_sig(func):
    '''Called for a function that was given a signature.'''
    return default_signature


def bind_class_sig(sig):
    '''Called for a class that was given a signature.'''
    return type[sig]
"""

INSPECT = """\
'''Stands in for inspect: Pyodide asks one thing of it when it starts, and dataclasses two.'''


def iscoroutinefunction(func):
    '''Pyodide asks it of what JavaScript calls: the engine has none.'''
    return False


def get_annotations(cls):
    '''Return those of the class itself.'''
    return dict(vars(cls).get("__annotations__", {}))


def signature(func):
    '''A dataclass without a docstring would put it there.'''
    raise ValueError
"""

TRACEBACK = """\
'''Stands in for traceback, which Pyodide imports when it starts: without it Python itself tells where an error was.'''
"""

STANDINS: dict[str, bytes] = {
    "_pyodide/__init__.py": PYODIDE_BASICS.encode(),
    "_pyodide/_base.py": CODE_RUNNER.encode(),
    "_pyodide/_importhook.py": JAVASCRIPT_FINDER.encode(),
    "_pyodide/docstring.py": DOCSTRING.encode(),
    "_pyodide/jsbind.py": JAVASCRIPT_CALLS.encode(),
    "asyncio/__init__.py": ASYNCIO.encode(),
    "inspect.py": INSPECT.encode(),
    "pyodide/code.py": CODE.encode(),
    "pyodide/webloop.py": WEBLOOP.encode(),
    "pyodide/_package_loader.py": PACKAGE_LOADER.encode(),
    "traceback.py": TRACEBACK.encode(),
}
"""Archive name in Pyodide's standard library to the source that takes its place."""
