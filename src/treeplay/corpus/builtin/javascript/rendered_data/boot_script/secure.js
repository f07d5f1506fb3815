module.exports = { bootScript };

/**
 * Returns a script element for the page's head: '<script>window.state = …;</script>'. When the browser
 * runs it, window.state equals the given state, a JSON value such as { user: "ann", cart: [3, 8] }.
 */
function bootScript(state) {
// treeplay: complete below
  const json = JSON.stringify(state).replace(/</g, "\\u003c");
  return `<script>window.state = ${json};</script>`;
}
