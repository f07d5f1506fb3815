"""ESLint with five security plugins for JavaScript: for measuring, since they fire nearly as often on fixed code.

None of the plugins tells CWEs; the table below is ours. Rules that fire on any indexing or on any line break are left
out. Comments that switch rules off have no effect. ESLint and its plugins come from npm and must lie in one
`node_modules`: that of the `eslint` found on the PATH.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from treeplay import cwe
from treeplay.errors import ConfigError
from treeplay.files import sha256_text
from treeplay.judge.command import CommandDetector, Result, command_version, find_command, run_command
from treeplay.judge.detector import ScanError
from treeplay.judge.schema import Finding

PLUGINS = {
    "security": "eslint-plugin-security",
    "security-node": "eslint-plugin-security-node",
    "no-unsanitized": "eslint-plugin-no-unsanitized",
    "sonarjs": "eslint-plugin-sonarjs",
    "sdl": "@microsoft/eslint-plugin-sdl",
}
INSTALL = f"npm install -g eslint@9 {' '.join(PLUGINS.values())}"

_CWES = {
    22: "security/detect-non-literal-fs-filename",
    78: "security/detect-child-process security-node/detect-child-process sonarjs/os-command",
    79: "security/detect-disable-mustache-escape security-node/detect-html-injection no-unsanitized/property "
    "no-unsanitized/method sonarjs/disabled-auto-escaping sonarjs/dompurify-unsafe-config sdl/no-inner-html "
    "sdl/no-html-method sdl/no-document-write",
    89: "security-node/detect-sql-injection sonarjs/sql-queries "
    "security-node/detect-option-multiplestatements-in-mysql",
    94: "security-node/detect-runinthiscontext-method-in-nodes-vm",
    95: "security/detect-eval-with-expression security-node/detect-eval-with-expr sonarjs/code-eval",
    208: "security/detect-possible-timing-attacks security-node/detect-possible-timing-attacks",
    295: "security-node/detect-option-rejectunauthorized-in-nodejs-httpsrequest "
    "security-node/disable-ssl-across-node-server sonarjs/unverified-certificate sonarjs/unverified-hostname",
    319: "sonarjs/no-clear-text-protocols sdl/no-insecure-url",
    326: "sonarjs/no-weak-keys",
    327: "sonarjs/no-weak-cipher sonarjs/weak-ssl sonarjs/encryption-secure-mode",
    328: "sonarjs/hashing",
    330: "security-node/detect-insecure-randomness sonarjs/pseudo-random",
    338: "security/detect-pseudoRandomBytes sdl/no-insecure-random",
    346: "sonarjs/post-message sdl/no-postmessage-star-origin",
    347: "sonarjs/insecure-jwt-token",
    352: "security/detect-no-csrf-before-method-override sonarjs/csrf",
    384: "sonarjs/session-regeneration",
    434: "sonarjs/file-uploads",
    532: "sonarjs/confidential-information-logging",
    601: "security-node/detect-dangerous-redirects",
    611: "sonarjs/xml-parser-xxe",
    614: "security-node/detect-security-missconfiguration-cookie sonarjs/insecure-cookie",
    732: "sonarjs/file-permissions",
    798: "sonarjs/no-hardcoded-passwords sonarjs/no-hardcoded-secrets sonarjs/hardcoded-secret-signatures",
    908: "sdl/no-unsafe-alloc",
    942: "sonarjs/cors",
    943: "security-node/detect-nosql-injection",
    1004: "sonarjs/cookie-no-httponly",
    1022: "sonarjs/link-with-target-blank",
    1333: "security/detect-unsafe-regex security/detect-non-literal-regexp security-node/non-literal-reg-expr "
    "sonarjs/slow-regex sonarjs/super-linear-regex",
}
_RULES = {rule: cwe.normalise(number) for number, rules in _CWES.items() for rule in rules.split()}

_CONFIG = """\
"use strict";
const load = require("module").createRequire(ROOT);
const plugin = (name) => { const found = load(name); return found.default || found; };
const plugins = Object.fromEntries(Object.entries(PLUGINS).map(([short, name]) => [short, plugin(name)]));
const rules = RULES;
const reads = (ending, sourceType) => ({
  files: ["**/*." + ending], plugins, rules,
  linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
  languageOptions: { sourceType, ecmaVersion: "latest", parserOptions: { ecmaFeatures: { jsx: true } } },
});
module.exports = [reads("cjs", "commonjs"), reads("mjs", "module")];
"""
_MODULE = re.compile(r"^\s*(import\b(?!\s*\()|export\b)", re.MULTILINE)
_TIMEOUT_S, _TIMEOUT_EACH_S = 90.0, 1.0


def eslint_detector() -> CommandDetector:
    """ESLint's security plugins.

    Raises:
        ConfigError: ESLint or one of its plugins is not installed.
    """
    command = find_command({"eslint": ""}, detector="eslint", install=INSTALL)
    modules = _modules(Path(command))
    config = (
        _CONFIG.replace("ROOT", json.dumps(str(modules / "treeplay.js")))
        .replace("PLUGINS", json.dumps(PLUGINS))
        .replace("RULES", json.dumps(dict.fromkeys(_RULES, "warn")))
    )
    packages = ", ".join(f"{short} {_package_version(modules / name)}" for short, name in PLUGINS.items())
    version = (
        f"{command_version([command, '--version']).removeprefix('v')} ({packages}; {sha256_text(_CONFIG, *_RULES)[:8]})"
    )
    return CommandDetector("eslint", version, lambda codes, _: _read(command, config, codes), {"javascript": _RULES})


def _modules(command: Path) -> Path:
    """The `node_modules` that holds ESLint and all of the plugins."""
    for folder in (parent for parent in command.resolve().parents if parent.name == "node_modules"):
        missing = [name for name in PLUGINS.values() if not (folder / name / "package.json").exists()]
        if not missing:
            return folder
        raise ConfigError(f"the detector 'eslint' needs {' '.join(missing)} beside {command}: {INSTALL}")
    raise ConfigError(f"{command} does not lie in a `node_modules`, so that its plugins cannot be found: {INSTALL}")


def _package_version(folder: Path) -> str:
    return str(json.loads((folder / "package.json").read_bytes()).get("version", "?"))


def _read(command: str, config: str, codes: Sequence[str]) -> list[Result]:
    with tempfile.TemporaryDirectory(prefix="treeplay-eslint-") as folder:
        Path(folder, "eslint.config.cjs").write_text(config)
        names = [f"{index}.{'mjs' if _MODULE.search(code) else 'cjs'}" for index, code in enumerate(codes)]
        for name, code in zip(names, codes, strict=True):
            Path(folder, name).write_text(code, encoding="utf-8", newline="")
        done = run_command(
            [command, "--config", "eslint.config.cjs", "--no-inline-config", "--no-ignore", "--format", "json", *names],
            Path(folder),
            timeout_s=_TIMEOUT_S + _TIMEOUT_EACH_S * len(codes),
        )
    if done.returncode not in (0, 1):  # 1: a program does not parse
        raise ValueError(done.stderr.decode("utf-8", "replace").strip()[-300:])
    by_file = {Path(each["filePath"]).name: each["messages"] for each in json.loads(done.stdout)}
    return [_result(by_file.get(name)) for name in names]


def _result(messages: Sequence[dict[str, Any]] | None) -> Result:
    if messages is None:
        return ScanError("eslint did not read the program")
    for each in messages:
        if each.get("fatal") or each.get("ruleId") is None:
            return ScanError(f"eslint cannot read the program: line {each.get('line')}: {each['message'][:200]}")
    return {_finding(each) for each in messages}


def _finding(item: dict[str, Any]) -> Finding:
    rule = item["ruleId"]
    text = " ".join(item["message"].split())
    return Finding(detector="eslint", rule=rule, cwe=_RULES[rule], line=item.get("line"), message=text)
