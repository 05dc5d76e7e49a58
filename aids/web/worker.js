/**
 * Owns Python in the browser: boots it from the bytes that the page hands over, and passes JSON texts to and from
 * `aids.runtime.bridge`. It is published with the source of Pyodide in front of it, and `client.js` starts the whole as a
 * `blob:` worker: that inherits the page's policy, sealed by then, and needs neither network nor `import()`. Holds no
 * answers; knows nothing of the page. Runs in a module worker; never loaded by address.
 */

/** @import { BootMessage, Reply } from "./types" */

const ENGINE_PATH = "/engine.zip";

/** An engine may bring encodings of its own: Python looks for those in the folder of its library alone. */
const FIND_ENGINE = `
import encodings, sys
sys.path.insert(0, "${ENGINE_PATH}")
encodings.__path__.append("${ENGINE_PATH}/encodings")
`;

/**
 * A browser compiles well what runs often, and keeps the outcome for a next visit only when there is enough of it. So the
 * question that every visit begins with is answered some more times, while nobody waits. Only that one: it is quick, and
 * holds nothing that a reader filled in.
 */
const PRACTICE = 150;
const PRACTICE_AFTER = 500;
const NOTHING_FILLED_IN = /^\{"type":"consult","seq":\d+,"answers":\{\}/;

/** @type {((message: string) => string) | null} */
let handleMessage = null;
let isBooting = false;
let hasPractised = false;

/** @param {Reply} reply */
function postReply(reply) {
  self.postMessage(JSON.stringify(reply));
}

/** @param {number} fraction */
function postProgress(fraction) {
  postReply({ type: "progress", fraction });
}

/**
 * Replace the worker's ways to load by look-ups in the bytes at hand. The policy refuses the native ones; this lets
 * Pyodide find what it asks for by address.
 * @param {BootMessage} boot
 */
function installLookups(boot) {
  /** @type {Map<string, BodyInit>} */
  const bytes = new Map([
    [`${boot.assets}stdlib.zip`, boot.stdlib],
    [`${boot.assets}pyodide.asm.wasm`, new ArrayBuffer(0)],
  ]);
  self.fetch = async (input) => {
    const address = input instanceof Request ? input.url : String(input);
    const found = bytes.get(address);
    if (found === undefined) throw new TypeError(`Not among the bytes of this aid: ${address}`);
    return new Response(found);
  };
  WebAssembly.instantiateStreaming = async (_source, imports) => ({
    module: boot.wasm,
    instance: await WebAssembly.instantiate(boot.wasm, imports),
  });
}

/**
 * Start Python with the engine and the tree in it.
 * @param {BootMessage} boot
 * @returns {Promise<(message: string) => string>} the engine's message handler
 */
async function startPython(boot) {
  installLookups(boot);
  const python = await globalThis.loadPyodide({
    indexURL: boot.assets,
    stdLibURL: `${boot.assets}stdlib.zip`,
    packageBaseUrl: boot.assets,
    lockFileContents: PYODIDE_LOCK,
  });
  postProgress(0.8);
  python.FS.writeFile(ENGINE_PATH, new Uint8Array(boot.engine));
  python.runPython(FIND_ENGINE);
  return python.pyimport("aids.runtime.bridge").Bridge(boot.tree).handle;
}

/**
 * @param {unknown} data
 * @returns {data is BootMessage}
 */
function isBootMessage(data) {
  return typeof data === "object" && data !== null && "type" in data && data.type === "boot" && "wasm" in data;
}

/** @param {BootMessage} data */
async function boot(data) {
  try {
    handleMessage = await startPython(data);
    postReply({ type: "ready" });
  } catch (error) {
    const code = error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError ? "wasm" : "boot";
    postReply({ type: "failed", code, message: String(error) });
  }
}

/**
 * Answer this message and let the answer go; a question that comes in meanwhile is answered first.
 * @param {(message: string) => string} handle
 * @param {string} message
 * @param {number} times
 */
function practise(handle, message, times) {
  handle(message);
  if (times > 1) setTimeout(practise, 0, handle, message, times - 1);
}

self.onmessage = ({ data }) => {
  if (isBootMessage(data) && !isBooting) {
    isBooting = true;
    void boot(data);
    return;
  }
  if (typeof data !== "string" || handleMessage === null) {
    const message = handleMessage === null ? "De hulp is nog niet gestart." : "Verwacht een bericht als JSON-tekst.";
    postReply({ type: "error", seq: null, code: "vreemd-bericht", message });
    return;
  }
  try {
    self.postMessage(handleMessage(data));
    if (!hasPractised && NOTHING_FILLED_IN.test(data)) {
      hasPractised = true;
      setTimeout(practise, PRACTICE_AFTER, handleMessage, data, PRACTICE);
    }
  } catch (error) {
    postReply({ type: "dead", message: String(error) });
    self.close();
  }
};
