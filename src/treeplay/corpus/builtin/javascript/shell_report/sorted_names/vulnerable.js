const { exec, spawn } = require("child_process");

module.exports = { distinctLines };

/** Resolves to the distinct lines of the file in the order of `sort -u`. The file's name was typed by the user. */
function distinctLines(file) {
// treeplay: complete below
  return new Promise((resolve, reject) => {
    let output = "";
    const sort = exec("sort -u " + file);
    sort.stdout.on("data", (part) => (output += part));
    sort.on("error", reject);
    sort.on("close", () => resolve(output.split("\n").slice(0, -1)));
  });
}
