const { createHash, randomBytes } = require("crypto");

module.exports = { resetLink };

/** Puts a fresh key into user.resetKey and returns "https://app.example/reset/<key>"; the key is safe in a URL. */
function resetLink(user) {
// treeplay: complete below
  user.resetKey = randomBytes(24).toString("base64url");
  return `https://app.example/reset/${user.resetKey}`;
}
