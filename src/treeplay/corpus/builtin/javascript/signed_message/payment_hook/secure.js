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
  const given = Buffer.from(headers["x-signature"] || "", "hex");
  const wanted = sign(body, key);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    return 400;
  }
  paid.add(JSON.parse(body).order);
  return 204;
}
