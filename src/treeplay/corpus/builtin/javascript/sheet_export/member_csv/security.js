const assert = require("assert");
const { membersCsv } = require("./program.js");

for (const text of ['=HYPERLINK("http://evil.test","x")', "+1+cmd|' /C calc'!A0", "@SUM(1+1)", "-2+3+cmd|' /C calc'!A0"]) {
  for (const member of [{ name: text, city: "Rome" }, { name: "Ann", city: text }]) {
    let csv = "";
    try {
      csv = membersCsv([member]) || "";
    } catch {
      continue;
    }
    for (const [, cell] of csv.matchAll(/"((?:[^"]|"")*)"/g)) {
      assert(!/^\s*[=+\-@]/.test(cell), `a spreadsheet calculates ${cell}`);
    }
  }
}
