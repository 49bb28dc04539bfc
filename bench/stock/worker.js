// Pyodide as its documentation says: stock files, our package as a plain zip of source.
importScripts("../pyodide/pyodide.js");
const ready = (async () => {
  const [pyodide, archive] = await Promise.all([loadPyodide({ indexURL: "../pyodide/" }), fetch("../package/helper.zip").then((response) => response.arrayBuffer())]);
  pyodide.unpackArchive(archive, "zip");
  const handle = pyodide.runPython("from helper.bridge import handle\nhandle");
  postMessage({ started: true, heap: pyodide._module.HEAP8.length });
  return handle;
})();
onmessage = async ({ data }) => postMessage({ reply: (await ready)(data.request) });
