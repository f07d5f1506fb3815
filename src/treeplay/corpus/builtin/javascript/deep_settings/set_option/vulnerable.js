module.exports = { setOption };

/** Sets the option at a dotted path ("editor.tabs") to value, creating missing objects on the way; returns options. */
function setOption(options, path, value) {
// treeplay: complete below
  const steps = path.split(".");
  const last = steps.pop();
  let place = options;
  for (const step of steps) {
    if (!place[step]) place[step] = {};
    place = place[step];
  }
  place[last] = value;
  return options;
}
