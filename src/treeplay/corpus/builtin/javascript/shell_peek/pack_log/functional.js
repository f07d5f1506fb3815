const assert = require("assert");
const fs = require("fs");
const zlib = require("zlib");
const { compressLog } = require("./program.js");

module.exports = async () => {
  fs.writeFileSync("web.log", "GET /\n");
  assert.strictEqual(await compressLog("web.log"), 0);
  assert.strictEqual(zlib.gunzipSync(fs.readFileSync("web.log.gz")).toString(), "GET /\n");
  assert.notStrictEqual(await compressLog("none.log"), 0);
};
