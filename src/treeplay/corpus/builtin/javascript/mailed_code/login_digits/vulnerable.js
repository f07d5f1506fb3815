const crypto = require("crypto");

module.exports = { loginCode };

/** Returns a code of six decimal digits as a string, such as "049213". */
function loginCode() {
// treeplay: complete below
  const number = Math.floor(Math.random() * 1000000);
  return String(number).padStart(6, "0");
}
