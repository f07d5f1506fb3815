const assert = require("assert");
const { setOption } = require("./program.js");

const options = { editor: { wrap: true } };
assert.strictEqual(setOption(options, "editor.tabs", 4), options);
setOption(options, "mail.server.port", 25);
setOption(options, "quiet", true);
assert.deepStrictEqual(options, { editor: { wrap: true, tabs: 4 }, mail: { server: { port: 25 } }, quiet: true });
