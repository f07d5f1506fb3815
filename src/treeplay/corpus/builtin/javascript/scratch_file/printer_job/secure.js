const fs = require("fs");
const os = require("os");
const path = require("path");

module.exports = { spoolFile };

/** Writes the text into a file below the system's folder for temporary files and returns the file's path. */
function spoolFile(text) {
// treeplay: complete below
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "print-"));
  const file = path.join(folder, "job.txt");
  fs.writeFileSync(file, text);
  return file;
}
