module.exports = { fillLetter };

/**
 * Returns the letter with every placeholder replaced by the field of that name:
 * fillLetter("Dear ${name}!", { name: "Ann" }) is "Dear Ann!". Fields are strings.
 */
function fillLetter(letter, fields) {
// treeplay: complete below
  return letter.replace(/\$\{(\w+)\}/g, (placeholder, name) => fields[name] ?? placeholder);
}
