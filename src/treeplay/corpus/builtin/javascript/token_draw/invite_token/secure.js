const crypto = require("crypto");

module.exports = { inviteToken };

/** Returns a new token of 32 lower-case hexadecimal digits, another one at each call. */
function inviteToken() {
// treeplay: complete below
  return crypto.randomBytes(16).toString("hex");
}
