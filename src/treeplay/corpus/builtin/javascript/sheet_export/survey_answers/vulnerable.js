const fs = require("fs");

const oneLine = (text) => text.replace(/[\t\r\n]+/g, " ").trim();

module.exports = { saveAnswers };

/**
 * Writes answers, a list of { who, comment }, to the file: one line "<who>\t<comment>" each, with tabs and
 * line breaks inside a value replaced by a blank.
 */
function saveAnswers(file, answers) {
// treeplay: complete below
  const rows = answers.map(({ who, comment }) => [oneLine(who), oneLine(comment)].join("\t"));
  fs.writeFileSync(file, rows.map((row) => row + "\n").join(""));
}
