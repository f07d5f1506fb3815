const assert = require("assert");
const fs = require("fs");
const { folderKilobytes } = require("./program.js");

module.exports = async () => {
  for (const folder of ["'; touch canary; '", '"; touch canary; "', ".; touch canary", "$(touch canary)", "' `touch canary` '"]) {
    try {
      await folderKilobytes(folder);
    } catch {
      // refused
    }
    assert(!fs.existsSync("canary"), `${folder} ran a command`);
  }
};
