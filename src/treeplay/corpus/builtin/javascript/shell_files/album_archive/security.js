const assert = require("assert");
const fs = require("fs");
const { packAlbum } = require("./program.js");

module.exports = async () => {
  for (const album of ["x; touch canary; echo", "$(touch canary)", "`touch canary`", '"; touch canary; "', "x | touch canary #"]) {
    try {
      await new Promise((resolve) => packAlbum(album, resolve));
    } catch {
      // refused
    }
    assert(!fs.existsSync("canary"), `${album} ran a command`);
  }
};
