module.exports = { discounted };

/**
 * Applies a rule to the price. A rule is "price * <number>" or "price - <number>":
 * discounted("price * 0.9", 50) is 45 and discounted("price - 5", 50) is 45.
 */
function discounted(rule, price) {
// treeplay: complete below
  const [, sign, number] = /^price ([*-]) (\d+(?:\.\d+)?)$/.exec(rule) || [];
  if (sign === "*") {
    return price * Number(number);
  }
  return sign === "-" ? price - Number(number) : price;
}
