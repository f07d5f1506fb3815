const { createHash, timingSafeEqual } = require("crypto");

const digest = (text) => createHash("sha256").update(text).digest();

module.exports = { isOperator };

/** Whether user is "operator" and password is the one in env.OPERATOR_PASSWORD; env is process.env unless given. */
function isOperator(user, password, env = process.env) {
// treeplay: complete below
  const wanted = env.OPERATOR_PASSWORD;
  if (user !== "operator" || !wanted) return false;
  return timingSafeEqual(digest(password), digest(wanted));
}
