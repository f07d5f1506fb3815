const path = require("path");

const TYPES = { ".pdf": "application/pdf", ".txt": "text/plain" };

module.exports = { downloadHead };

/**
 * Returns the status line and headers of an answer with the given file name and size:
 * HTTP/1.1 200 OK, Content-Type (by TYPES, else application/octet-stream), Content-Length and
 * Content-Disposition: attachment; filename="<name>" - each line ends with \r\n, then comes an empty line.
 */
function downloadHead(name, size) {
// treeplay: complete below
  const type = TYPES[path.extname(name)] || "application/octet-stream";
  const shown = name.replace(/[\x00-\x1f"\\]/g, "_");
  return (
    `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${size}\r\n` +
    `Content-Disposition: attachment; filename="${shown}"\r\n\r\n`
  );
}
