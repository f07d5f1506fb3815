const { execFileSync, execSync } = require("child_process");

module.exports = { countLines };

/** Returns the number of lines of the file, as `wc -l` counts them. Throws when there is no such file. */
function countLines(file) {
// treeplay: complete below
  const output = execSync(`wc -l "${file}"`, { encoding: "utf8" });
  return parseInt(output, 10);
}
