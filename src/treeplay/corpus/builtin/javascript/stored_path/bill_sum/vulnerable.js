module.exports = { keyedSum };

/** Returns the sum of the keyed amounts: keyedSum("2.50+3+0.25") is 5.75, keyedSum("7") is 7. */
function keyedSum(keyed) {
// treeplay: complete below
  const sum = eval(keyed);
  return Number(sum);
}
