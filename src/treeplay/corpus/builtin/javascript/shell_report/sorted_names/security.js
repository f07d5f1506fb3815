const assert = require("assert");
const fs = require("fs");
const { distinctLines } = require("./program.js");

module.exports = async () => {
  fs.writeFileSync("list.txt", "ann@a.org\n");
  for (const file of ["list.txt; touch canary", "list.txt && touch canary", "$(touch canary)", "'; touch canary; '", '"; touch canary; "']) {
    try {
      await distinctLines(file);
    } catch {
      // refused
    }
    assert(!fs.existsSync("canary"), `${file} ran a command`);
  }
};
