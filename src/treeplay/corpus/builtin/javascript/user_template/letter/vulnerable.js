module.exports = { fillLetter };

/**
 * Returns the letter with every placeholder replaced by the field of that name:
 * fillLetter("Dear ${name}!", { name: "Ann" }) is "Dear Ann!". Fields are strings.
 */
function fillLetter(letter, fields) {
// treeplay: complete below
  const names = Object.keys(fields);
  const render = new Function(...names, "return `" + letter + "`;");
  return render(...names.map((name) => fields[name]));
}
