const assert = require("assert");
const fs = require("fs");
const { serveAsset } = require("./program.js");

fs.mkdirSync("theme/css", { recursive: true });
fs.writeFileSync("theme/css/dark mode.css", "body{}");
fs.writeFileSync("theme/logo.svg", "<svg/>");
assert.deepStrictEqual(serveAsset("theme", "/css/dark%20mode.css"), { status: 200, body: "body{}" });
assert.deepStrictEqual(serveAsset("theme", "/logo.svg"), { status: 200, body: "<svg/>" });
assert.deepStrictEqual(serveAsset("theme", "/none.svg"), { status: 404, body: "" });
