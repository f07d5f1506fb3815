module.exports = { parseFilter };

/**
 * Returns the object that the JSON text of the cookie describes, such as { "tags": ["sea"], "max": 20 }, or {}
 * for an empty or missing text.
 */
function parseFilter(cookie) {
// treeplay: complete below
  if (!cookie) {
    return {};
  }
  return JSON.parse(cookie);
}
