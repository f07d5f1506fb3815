const assert = require("assert");
const crypto = require("crypto");

for (const key of ["first key", "second key"]) {
  process.env.DOWNLOAD_KEY = key;
  delete require.cache[require.resolve("./program.js")];
  const sig = crypto.createHmac("sha256", key).update("/files/a.zip").digest("hex");
  assert.strictEqual(require("./program.js").signPath("/files/a.zip"), `/files/a.zip?sig=${sig}`);
}
