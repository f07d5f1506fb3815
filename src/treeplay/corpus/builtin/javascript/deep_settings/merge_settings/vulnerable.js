const isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

module.exports = { mergeInto };

/** Copies everything from source into target, nested objects key by key, and returns target. */
function mergeInto(target, source) {
// treeplay: complete below
  for (const key of Object.keys(source)) {
    if (isTable(source[key]) && isTable(target[key])) mergeInto(target[key], source[key]);
    else target[key] = source[key];
  }
  return target;
}
