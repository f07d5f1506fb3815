const assert = require("assert");
const { projectMenu } = require("./program.js");

const projects = [{ key: "a1", title: "Sea" }, { key: "b2", title: "Hill" }];
assert.strictEqual(
  projectMenu(projects, "a1"),
  '<select name="project"><option value="a1" selected>Sea</option><option value="b2">Hill</option></select>',
);
assert.strictEqual(projectMenu([], "a1"), '<select name="project"></select>');
