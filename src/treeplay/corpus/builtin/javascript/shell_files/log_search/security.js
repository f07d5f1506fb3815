const assert = require("assert");
const fs = require("fs");
const { filesWith } = require("./program.js");

fs.mkdirSync("logs");
fs.writeFileSync("logs/b.log", "disk full\n");
const evil = ["'; touch canary; '", '"; touch canary; "', "$(touch canary)", "x logs; touch canary #", "`touch canary`"];
for (const [folder, word] of [...evil.map((text) => ["logs", text]), ["logs; touch canary", "disk"]]) {
  try {
    filesWith(folder, word);
  } catch {
    // refused
  }
  assert(!fs.existsSync("canary"), `${folder} ${word} ran a command`);
}
