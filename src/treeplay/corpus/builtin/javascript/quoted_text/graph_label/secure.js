module.exports = { node };

/**
 * Returns one DOT statement: node(3, "Tea room") is 'n3 [label="Tea room"];'. A double quote or a
 * backslash inside the label stands after a backslash: 'n4 [label="5\" disk"];'.
 */
function node(number, label) {
// treeplay: complete below
  const text = label.replace(/["\\]/g, "\\$&");
  return `n${number} [label="${text}"];`;
}
