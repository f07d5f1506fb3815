const crypto = require("crypto");

module.exports = { signPath };

/** Returns "<path>?sig=<hex>", signed with HMAC-SHA256 and the key in the environment variable DOWNLOAD_KEY. */
function signPath(path) {
// treeplay: complete below
  const key = process.env.DOWNLOAD_KEY;
  if (!key) throw new Error("DOWNLOAD_KEY is not set");
  const sig = crypto.createHmac("sha256", key).update(path).digest("hex");
  return `${path}?sig=${sig}`;
}
