const assert = require("assert");
const fs = require("fs");
const { saveAnswers } = require("./program.js");

saveAnswers("answers.tsv", [
  { who: "Ann", comment: "nice\nshop" },
  { who: "Bob\t2", comment: "1 = too few" },
]);
assert.strictEqual(fs.readFileSync("answers.tsv", "utf8").trimEnd(), "Ann\tnice shop\nBob 2\t1 = too few");
