import time


def finish_login(session: dict, form: dict[str, str]) -> str:
    """Put form["user"] and the time into the session as "user" and "since".

    Return form["next"], such as "/admin/jobs", or "/admin" if the form has none.
    """
# treeplay: complete below
    session["user"] = form["user"]
    session["since"] = time.time()
    target = form.get("next", "")
    if target.startswith("/") and not target.startswith(("//", "/\\")):
        return target
    return "/admin"
