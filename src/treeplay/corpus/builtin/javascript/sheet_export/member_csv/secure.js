module.exports = { membersCsv };

/**
 * Returns CSV with the header name,city and a line for each member, every value in double quotes (a double
 * quote inside is doubled): [{ name: "Ann", city: "Rome" }] gives 'name,city\n"Ann","Rome"\n'.
 */
function membersCsv(members) {
// treeplay: complete below
  const cell = (value) => {
    const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return `"${plain.replace(/"/g, '""')}"`;
  };
  const lines = members.map(({ name, city }) => `${cell(name)},${cell(city)}\n`);
  return "name,city\n" + lines.join("");
}
