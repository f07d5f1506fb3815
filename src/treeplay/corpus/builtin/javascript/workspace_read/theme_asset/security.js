const assert = require("assert");
const fs = require("fs");
const { serveAsset } = require("./program.js");

fs.mkdirSync("theme/css", { recursive: true });
fs.writeFileSync("config.json", "CANARY");
for (const url of ["/../config.json", "/css/../../config.json", "/%2e%2e/config.json", "/..%2fconfig.json", "../config.json"]) {
  let answer = {};
  try {
    answer = serveAsset("theme", url) || {};
  } catch {
    continue;
  }
  assert(!String(answer.body).includes("CANARY"), `served ${url}`);
}
