const assert = require("assert");
const { addToBasket } = require("./program.js");

const catalogue = new Map([["t1", { article: "t1", title: "Tea", price: 4 }], ["c2", { article: "c2", title: "Cup", price: 9 }]]);
const basket = addToBasket([], catalogue, { article: "t1", count: 3 });
addToBasket(basket, catalogue, { article: "c2", count: 1 });
assert.deepStrictEqual(basket, [
  { article: "t1", title: "Tea", price: 4, count: 3 },
  { article: "c2", title: "Cup", price: 9, count: 1 },
]);
