import program

for path in ("/{{ site.api_key }}", "/{{ site }}", "/{% for key in site.values() %}{{ key }}{% endfor %}",
             "/{% set key = site['api_key'] %}{{ key }}"):
    try:
        text = program.missing_page(path)
    except Exception:
        text = ""
    assert "k-4711" not in str(text), path
