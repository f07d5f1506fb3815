const assert = require("assert");
const { notFound } = require("./program.js");

for (const url of ["/<script>x()</script>", "/%3Cimg%20src=x%20onerror=x()%3E", "/%3C/p%3E%3Csvg%20onload=x()%3E"]) {
  let page = "";
  let type = "";
  const header = (name, value) => (type = /^content-type$/i.test(name) ? value : type);
  const res = {
    setHeader: header,
    writeHead: (status, headers) => Object.entries(headers || {}).forEach(([name, value]) => header(name, value)),
    write: (text) => (page += text),
    end: (text = "") => (page += text),
  };
  try {
    notFound({ url, method: "GET", headers: {} }, res);
  } catch {
    continue;
  }
  assert(!/<(?!\/?(h1|p)>)[a-z/!]/i.test(page) || /plain/.test(type), page);
}
