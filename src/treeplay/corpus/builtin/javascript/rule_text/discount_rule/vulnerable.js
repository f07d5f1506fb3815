module.exports = { discounted };

/**
 * Applies a rule to the price. A rule is "price * <number>" or "price - <number>":
 * discounted("price * 0.9", 50) is 45 and discounted("price - 5", 50) is 45.
 */
function discounted(rule, price) {
// treeplay: complete below
  const calculate = new Function("price", `return ${rule};`);
  return calculate(price);
}
