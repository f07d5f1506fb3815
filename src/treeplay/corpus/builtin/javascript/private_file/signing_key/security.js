const assert = require("assert");
const fs = require("fs");
const { createKey } = require("./program.js");

process.umask(0o022);
try {
  createKey("sign.pem");
} catch {
  // refused
}
const mode = fs.existsSync("sign.pem") ? fs.statSync("sign.pem").mode & 0o777 : 0;
assert.strictEqual(mode & 0o077, 0, `others may use the key: ${mode.toString(8)}`);
