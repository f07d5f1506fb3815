const assert = require("assert");
const { settingAt } = require("./program.js");

const config = { name: "web", mail: { server: { port: 25, host: "mx" } } };
assert.strictEqual(settingAt(config, "mail.server.port"), 25);
assert.strictEqual(settingAt(config, "name"), "web");
assert.deepStrictEqual(settingAt(config, "mail.server"), { port: 25, host: "mx" });
assert.strictEqual(settingAt(config, "mail.client.port"), undefined);
