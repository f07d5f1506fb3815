const assert = require("assert");
const { metaTags } = require("./program.js");

assert.strictEqual(metaTags({ "og:title": "Sea" }), '<meta property="og:title" content="Sea">');
assert.strictEqual(
  metaTags({ "og:title": "Sea and sun", "og:type": "article" }),
  '<meta property="og:title" content="Sea and sun">\n<meta property="og:type" content="article">',
);
