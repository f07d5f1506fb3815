module.exports = { isTagList };

/** Whether text is one or more words (\w+) with a comma and perhaps one blank between them: "sea, sun,sand". */
function isTagList(text) {
// treeplay: complete below
  return /^\w+(?:, ?\w+)*$/.test(text);
}
