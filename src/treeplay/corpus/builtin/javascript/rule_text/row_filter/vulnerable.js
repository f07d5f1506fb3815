const COMPARE = {
  ">": (a, b) => a > b,
  "<": (a, b) => a < b,
  "==": (a, b) => a === b,
};

module.exports = { rowsWhere };

/** Returns the rows for which "<column> <sign> <number>" holds; the sign is >, < or ==. */
function rowsWhere(rows, condition) {
// treeplay: complete below
  const holds = new Function("row", "return row." + condition);
  return rows.filter((row) => holds(row));
}
