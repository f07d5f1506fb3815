const { randomInt } = require("crypto");

const LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

module.exports = { startPassword };

/** Returns a password of the given length made of LETTERS. */
function startPassword(length = 14) {
// treeplay: complete below
  return Array.from({ length }, () => LETTERS[Math.floor(Math.random() * LETTERS.length)]).join("");
}
