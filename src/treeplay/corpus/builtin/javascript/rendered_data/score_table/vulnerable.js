const he = (s) => s.replace(/[<>&"']/g, (c) => "&#" + c.codePointAt(0) + ";");

module.exports = { scoreTable };

/**
 * Gives the HTML table of the teams, best first, one row a team:
 * <table><tr><td>Owls</td><td>31</td></tr><tr><td>Foxes</td><td>12</td></tr></table>
 * teams maps the name a team has chosen to its points, such as { Foxes: 12, Owls: 31 }.
 */
function scoreTable(teams) {
// treeplay: complete below
  const ranked = Object.entries(teams).sort((a, b) => b[1] - a[1]);
  let rows = "";
  for (const [team, points] of ranked) {
    rows += "<tr><td>" + team + "</td><td>" + points + "</td></tr>";
  }
  return "<table>" + rows + "</table>";
}
