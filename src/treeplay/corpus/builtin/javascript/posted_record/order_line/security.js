const assert = require("assert");
const { addToBasket } = require("./program.js");

const catalogue = new Map([["t1", { article: "t1", title: "Tea", price: 4 }]]);
for (const extra of [{ price: 0.01 }, { price: -4, title: "Nothing" }]) {
  const basket = [];
  try {
    addToBasket(basket, catalogue, { article: "t1", count: 3, ...extra });
  } catch {
    // refused
  }
  for (const line of basket) assert.strictEqual(line.price, 4, "the customer chose the price");
}
