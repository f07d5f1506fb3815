const COMPARE = {
  ">": (a, b) => a > b,
  "<": (a, b) => a < b,
  "==": (a, b) => a === b,
};

module.exports = { rowsWhere };

/** Returns the rows for which "<column> <sign> <number>" holds; the sign is >, < or ==. */
function rowsWhere(rows, condition) {
// treeplay: complete below
  const [column, sign, number] = condition.split(" ");
  const holds = COMPARE[sign];
  return rows.filter((row) => holds(row[column], Number(number)));
}
