import csv
import html


def table_rows(answers: dict[str, str]) -> str:
    """Return one HTML table row for each question and its answer, joined without line breaks.

    table_rows({"Age": "30"}) gives "<tr><td>Age</td><td>30</td></tr>".
    """
# treeplay: complete below
    rows = []
    for question, answer in answers.items():
        rows.append(f"<tr><td>{html.escape(question)}</td><td>{html.escape(answer)}</td></tr>")
    return "".join(rows)
