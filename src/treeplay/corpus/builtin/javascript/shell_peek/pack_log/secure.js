const { spawn } = require("child_process");

module.exports = { compressLog };

/** Runs `gzip -f <file>`, which turns the file into <file>.gz; resolves to gzip's exit code. */
function compressLog(file) {
// treeplay: complete below
  return new Promise((resolve, reject) => {
    const gzip = spawn("gzip", ["-f", file], { stdio: "ignore" });
    gzip.on("error", reject);
    gzip.on("exit", resolve);
  });
}
