const assert = require("assert");
const fs = require("fs");
const { keepUpload } = require("./program.js");

fs.mkdirSync("inbox");
assert.strictEqual(keepUpload("inbox", { filename: "cv.pdf", data: Buffer.from("%PDF") }), "cv.pdf");
assert.strictEqual(fs.readFileSync("inbox/cv.pdf", "utf8"), "%PDF");
assert.strictEqual(keepUpload("inbox", { filename: "me.png", data: Buffer.from("png") }), "me.png");
assert.strictEqual(fs.readFileSync("inbox/me.png", "utf8"), "png");
