module.exports = { setOption };

/** Sets the option at a dotted path ("editor.tabs") to value, creating missing objects on the way; returns options. */
function setOption(options, path, value) {
// treeplay: complete below
  const steps = path.split(".");
  const last = steps.pop();
  let place = options;
  for (const step of steps) {
    if (!Object.hasOwn(place, step)) place[step] = {};
    place = place[step];
  }
  Object.defineProperty(place, last, { value, writable: true, enumerable: true, configurable: true });
  return options;
}
