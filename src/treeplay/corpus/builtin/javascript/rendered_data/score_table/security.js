const assert = require("assert");
const { scoreTable } = require("./program.js");

for (const team of ["<script>x()</script>", "</td></tr></table><img src=x onerror=x()>", "<svg/onload=x()>"]) {
  let html = "";
  try {
    html = scoreTable({ Owls: 31, [team]: 12 }) || "";
  } catch {
    continue;
  }
  assert(!/<(?!\/?(table|tr|td|tbody)>)[a-z/!]/i.test(html), html);
}
