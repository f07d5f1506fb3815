const assert = require("assert");
const fs = require("fs");
const { dropDraft } = require("./program.js");

fs.mkdirSync("drafts/ann", { recursive: true });
fs.writeFileSync("drafts/ann/sea.md", "# Sea");
fs.writeFileSync("drafts/ann/hill.md", "# Hill");
assert.strictEqual(dropDraft("ann", "sea"), true);
assert.deepStrictEqual(fs.readdirSync("drafts/ann"), ["hill.md"]);
assert.strictEqual(dropDraft("ann", "sea"), false);
assert.strictEqual(dropDraft("bob", "hill"), false);
