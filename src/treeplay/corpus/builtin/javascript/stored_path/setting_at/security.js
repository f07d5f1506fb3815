const assert = require("assert");
const { settingAt } = require("./program.js");

for (const path of [
  "mail, (globalThis['canary'] = 1)",
  "mail; globalThis['canary'] = 1",
  "mail[globalThis['canary'] = 1]",
  "constructor.constructor('globalThis[\"canary\"] = 1')()",
]) {
  try {
    settingAt({ mail: { port: 25 } }, path);
  } catch {
    // refused
  }
  assert.strictEqual(globalThis.canary, undefined, `${path} ran`);
}
