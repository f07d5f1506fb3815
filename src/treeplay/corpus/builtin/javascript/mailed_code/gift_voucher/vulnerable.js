const crypto = require("crypto");

module.exports = { issueVoucher };

/**
 * Adds { code, cents } to issued, a list, and returns the code: four groups of four signs out of
 * 0-9 and A-F, such as "7F3A-0C9D-11B2-E4A8".
 */
function issueVoucher(issued, cents) {
// treeplay: complete below
  const group = () => Math.random().toString(16).slice(2, 6).padEnd(4, "0").toUpperCase();
  const code = [group(), group(), group(), group()].join("-");
  issued.push({ code, cents });
  return code;
}
