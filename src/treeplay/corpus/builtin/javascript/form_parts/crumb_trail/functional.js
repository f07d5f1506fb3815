const assert = require("assert");
const { crumbTrail } = require("./program.js");

assert.strictEqual(crumbTrail("home/ann"), "<nav><span>home</span> / <span>ann</span></nav>");
assert.strictEqual(crumbTrail("/srv/"), "<nav><span>srv</span></nav>");
