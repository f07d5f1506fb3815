module.exports = { settingAt };

/** Returns the value at a path such as "mail.server.port" in config, or undefined where there is none. */
function settingAt(config, path) {
// treeplay: complete below
  let value = config;
  for (const key of path.split(".")) {
    value = value?.[key];
  }
  return value;
}
