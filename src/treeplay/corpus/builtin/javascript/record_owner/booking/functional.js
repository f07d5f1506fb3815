const assert = require("assert");
const { moveBooking } = require("./program.js");

const bookings = [{ number: 1, guest: "ann", day: "Mon" }, { number: 2, guest: "bob", day: "Tue" }];
assert.strictEqual(moveBooking(bookings, "bob", 2, "Fri"), true);
assert.strictEqual(moveBooking(bookings, "ann", 3, "Fri"), false);
assert.deepStrictEqual(bookings.map((each) => each.day), ["Mon", "Fri"]);
