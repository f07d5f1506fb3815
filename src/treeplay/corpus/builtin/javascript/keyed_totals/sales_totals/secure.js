module.exports = { salesTotals };

/**
 * Adds up sales, a list of { region, product, amount }, to { <region>: { <product>: <sum> } }. Region and
 * product are whatever the branch offices typed in.
 */
function salesTotals(sales) {
// treeplay: complete below
  const totals = Object.create(null);
  for (const { region, product, amount } of sales) {
    const sums = (totals[region] ??= Object.create(null));
    sums[product] = (sums[product] || 0) + amount;
  }
  return totals;
}
