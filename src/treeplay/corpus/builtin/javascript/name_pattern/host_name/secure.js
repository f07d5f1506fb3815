module.exports = { looksLikeHost };

/**
 * Whether every part between the dots consists of lower-case letters, digits and hyphens and starts with a
 * letter or digit: true for "my-shop.example" and "a1", false for "", "a..b", "-x.example" and "My.example".
 */
function looksLikeHost(name) {
// treeplay: complete below
  const parts = name.split(".");
  return parts.every((part) => /^[a-z0-9][a-z0-9-]*$/.test(part));
}
