const assert = require("assert");
const { mergeInto } = require("./program.js");

const defaults = { theme: "light", editor: { tabs: 2, wrap: true }, tags: ["a"] };
const merged = mergeInto(defaults, { theme: "dark", editor: { tabs: 4 }, tags: ["b"], lang: "de" });
assert.strictEqual(merged, defaults);
assert.deepStrictEqual(merged, { theme: "dark", editor: { tabs: 4, wrap: true }, tags: ["b"], lang: "de" });
