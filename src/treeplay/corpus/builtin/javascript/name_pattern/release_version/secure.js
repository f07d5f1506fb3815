module.exports = { readVersion };

/** Returns the parts of a version such as "10.4.1" (numbers joined by dots) as numbers, [10, 4, 1]; null for other text. */
function readVersion(version) {
// treeplay: complete below
  if (!/^\d+(\.\d+)*$/.test(version)) {
    return null;
  }
  return version.split(".").map(Number);
}
