const assert = require("assert");

delete process.env.DOWNLOAD_KEY;
const signed = [0, 1].map(() => {
  try {
    delete require.cache[require.resolve("./program.js")];
    return require("./program.js").signPath("/files/a.zip");
  } catch {
    return "";
  }
});
const [sig] = /[0-9a-f]{64}/.exec(String(signed[0])) || [];
assert(!sig || signed[0] !== signed[1], "without a key of ours everybody can sign");
