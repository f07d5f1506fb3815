const assert = require("assert");
const fs = require("fs");
const { loadTexts } = require("./program.js");

fs.mkdirSync("lang");
for (const [code, hello] of [["en", "Hello"], ["de", "Hallo"], ["pt-BR", "Oi"]]) {
  fs.writeFileSync(`lang/${code}.json`, JSON.stringify({ hello }));
}
assert.deepStrictEqual(loadTexts("de"), { hello: "Hallo" });
assert.deepStrictEqual(loadTexts("pt-BR"), { hello: "Oi" });
assert.deepStrictEqual(loadTexts("xx"), { hello: "Hello" });
