const NAME = /^([^[\]]+)(?:\[([^[\]]+)\])?$/;

module.exports = { formObject };

/**
 * Builds an object of the form's text: "name=Ann&address[city]=Rome&address[zip]=00100" becomes
 * { name: "Ann", address: { city: "Rome", zip: "00100" } }. Fields whose name does not match NAME are left out.
 */
function formObject(text) {
// treeplay: complete below
  const result = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    const [, outer, inner] = NAME.exec(name) || [];
    if (!outer) continue;
    if (inner) (result[outer] = result[outer] || {})[inner] = value;
    else result[outer] = value;
  }
  return result;
}
