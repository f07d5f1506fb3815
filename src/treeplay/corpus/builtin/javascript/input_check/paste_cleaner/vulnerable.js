module.exports = { tidy };

/** Returns the text with spaces and tabs at the end of each of its lines removed; lines end with "\n". */
function tidy(text) {
// treeplay: complete below
  const lines = text.split("\n");
  return lines.map((line) => line.replace(/[ \t]+$/, "")).join("\n");
}
