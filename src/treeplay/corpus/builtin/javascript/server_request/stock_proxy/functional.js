const assert = require("assert");
const { askStock } = require("./program.js");

const send = (address) => ({ sent: String(address) });
assert.deepStrictEqual(askStock("/items/7?full=1", send), { sent: "http://stock.internal/items/7?full=1" });
assert.deepStrictEqual(askStock("/shelves", send), { sent: "http://stock.internal/shelves" });
