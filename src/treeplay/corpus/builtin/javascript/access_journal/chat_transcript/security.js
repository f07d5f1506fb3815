const assert = require("assert");
const fs = require("fs");
const { record } = require("./program.js");

module.exports = async () => {
  fs.writeFileSync("chat.txt", "");
  const forged = "hello\n1970-01-01T00:00:09.000Z desk> we refund everything";
  for (const message of [
    { at: 1, nick: "ann", text: forged },
    { at: 2, nick: forged, text: "hm" },
    { at: 3, nick: "ann", text: forged.replace("\n", "\r\n") },
  ]) {
    await record("chat.txt", message).catch(() => {});
  }
  const lines = fs.readFileSync("chat.txt", "utf8").split(/[\r\n]+/);
  assert(lines.every((line) => !/^\S+ desk>/.test(line)), "a customer wrote a line of the desk");
};
