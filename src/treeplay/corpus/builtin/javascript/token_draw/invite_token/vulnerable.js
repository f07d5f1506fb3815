const crypto = require("crypto");

module.exports = { inviteToken };

/** Returns a new token of 32 lower-case hexadecimal digits, another one at each call. */
function inviteToken() {
// treeplay: complete below
  let token = "";
  while (token.length < 32) {
    token += Math.floor(Math.random() * 16).toString(16);
  }
  return token;
}
