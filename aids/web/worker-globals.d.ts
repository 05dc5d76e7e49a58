/** What stands in front of `worker.js` in the worker's source: the one function of Pyodide that it calls, and its lock file. */
declare const PYODIDE_LOCK: unknown;
declare function loadPyodide(options: {
  indexURL: string;
  stdLibURL: string;
  packageBaseUrl: string;
  lockFileContents: unknown;
}): Promise<{
  FS: { writeFile(path: string, data: Uint8Array): void };
  runPython(code: string): unknown;
  pyimport(module: "aids.runtime.bridge"): { Bridge(tree: string): { handle: (message: string) => string } };
}>;
