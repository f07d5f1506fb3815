const assert = require("assert");
const fs = require("fs");
const { folderKilobytes } = require("./program.js");

module.exports = async () => {
  fs.mkdirSync("customer one");
  fs.writeFileSync("customer one/site.html", "x".repeat(40960));
  const size = await folderKilobytes("customer one");
  assert(size >= 40 && size < 80, String(size));
};
