const assert = require("assert");
const { isOperator } = require("./program.js");

const guesses = ["", "operator", "admin", "password", "secret", "changeme", "change-me", "default", "maintenance", "test", "root", "1234", "12345", "123456", "undefined", "null"];
for (const env of [{}, { OPERATOR_PASSWORD: "" }]) {
  for (const guess of [...guesses, undefined]) {
    let inside = false;
    try {
      inside = isOperator("operator", guess, env);
    } catch {
      // refused
    }
    assert(!inside, `${guess} opens an unset login`);
  }
}
