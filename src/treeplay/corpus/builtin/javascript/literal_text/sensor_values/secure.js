module.exports = { readings };

/** Returns the numbers in a message such as "temp=[21.5,22,20.75]": [21.5, 22, 20.75]. */
function readings(message) {
// treeplay: complete below
  const list = message.slice(message.indexOf("=") + 1);
  return JSON.parse(list).map(Number);
}
