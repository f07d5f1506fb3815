const assert = require("assert");
const fs = require("fs");
const { registerPhoto } = require("./program.js");

module.exports = async () => {
  fs.writeFileSync("a.jpg", "roof");
  const proof = await registerPhoto("register", 31, "a.jpg").catch(() => "");
  assert(!proof || proof.length >= 56, `another picture with a proof of ${proof.length * 4} bits can be made`);
};
