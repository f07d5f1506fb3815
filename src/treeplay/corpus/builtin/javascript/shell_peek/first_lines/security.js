const assert = require("assert");
const fs = require("fs");
const { preview } = require("./program.js");

fs.writeFileSync("a.txt", "one\n");
for (const [file, lines] of [
  ["$(touch canary)", 2],
  ["`touch canary`", 2],
  ["a.txt; touch canary", 2],
  ["'; touch canary; '", 2],
  ["a.txt", "1 a.txt; touch canary #"],
  ["a.txt", "$(touch canary)"],
]) {
  try {
    preview(file, lines);
  } catch {
    // refused
  }
  assert(!fs.existsSync("canary"), `${file}, ${lines} ran a command`);
}
