const assert = require("assert");
const fs = require("fs");
const { saveAnswers } = require("./program.js");

fs.writeFileSync("answers.tsv", "");
for (const text of ["=1+cmd|' /C calc'!A0", "@SUM(A1)", "+SUM(A1)", "-1+SUM(A1)", "\t=SUM(A1)", " =SUM(A1)"]) {
  for (const answer of [{ who: text, comment: "fine" }, { who: "Ann", comment: text }]) {
    try {
      saveAnswers("answers.tsv", [answer]);
    } catch {
      continue;
    }
    const cells = fs.readFileSync("answers.tsv", "utf8").split(/[\t\r\n]/);
    for (const cell of cells) assert(!/^\s*"?\s*[=+\-@]/.test(cell), `a spreadsheet calculates ${cell}`);
  }
}
