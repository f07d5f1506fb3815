const assert = require("assert");
const { askStock } = require("./program.js");

const asked = [];
for (const path of ["@10.0.0.5/keys", ".evil.test/items/7", ":pw@10.0.0.5/", "//10.0.0.5/keys", "http://10.0.0.5/keys", "/\\10.0.0.5/"]) {
  try {
    askStock(path, (address) => asked.push(new URL(address).host));
  } catch {
    // refused
  }
}
for (const host of asked) assert.strictEqual(host, "stock.internal");
