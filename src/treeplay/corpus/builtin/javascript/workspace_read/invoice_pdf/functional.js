const assert = require("assert");
const fs = require("fs");
const { invoicePdf } = require("./program.js");

module.exports = async () => {
  fs.mkdirSync("archive/2023", { recursive: true });
  fs.mkdirSync("archive/2024");
  fs.writeFileSync("archive/2023/R-1042.pdf", "%PDF 1042");
  fs.writeFileSync("archive/2024/R-7.pdf", "%PDF 7");
  assert.strictEqual((await invoicePdf({ year: "2023", number: "R-1042" })).toString(), "%PDF 1042");
  assert.strictEqual((await invoicePdf({ year: "2024", number: "R-7" })).toString(), "%PDF 7");
};
