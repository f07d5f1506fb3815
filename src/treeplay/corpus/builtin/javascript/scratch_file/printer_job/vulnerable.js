const fs = require("fs");
const os = require("os");
const path = require("path");

module.exports = { spoolFile };

/** Writes the text into a file below the system's folder for temporary files and returns the file's path. */
function spoolFile(text) {
// treeplay: complete below
  const file = path.join(os.tmpdir(), "print-job.txt");
  fs.writeFileSync(file, text);
  return file;
}
