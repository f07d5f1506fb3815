"""What the walk must know of the languages: which nodes and names mean what. No two of them disagree on a type."""

from __future__ import annotations

import re

FUNCTIONS = frozenset(
    [
        "function_definition",
        "lambda",
        "function_declaration",
        "function_expression",
        "function",
        "generator_function",
        "generator_function_declaration",
        "arrow_function",
        "method_definition",
        "method_declaration",
        "func_literal",
        "lambda_expression",
    ]
)
IDENTIFIERS = frozenset({"identifier", "shorthand_property_identifier", "field_identifier", "this"})
ASSIGNMENTS = frozenset(
    [
        "assignment",
        "assignment_expression",
        "short_var_declaration",
        "assignment_statement",
        "variable_declarator",
        "init_declarator",
        "var_spec",
        "const_spec",
        "named_expression",
    ]
)
AUGMENTED = frozenset({"augmented_assignment", "augmented_assignment_expression"})
CALLS = frozenset({"call", "call_expression", "new_expression"})
BRANCHES = frozenset(
    [
        "if_statement",
        "elif_clause",
        "else_clause",
        "for_statement",
        "while_statement",
        "for_in_statement",
        "switch_statement",
        "expression_switch_statement",
        "type_switch_statement",
        "case_clause",
        "except_clause",
        "catch_clause",
        "do_statement",
        "for_range_loop",
        "select_statement",
        "match_statement",
    ]
)
LOOPS = frozenset(["for_statement", "while_statement", "for_in_statement", "do_statement", "for_range_loop"])
BLOCKS = frozenset({"compound_statement", "block", "statement_block"})
CASES = frozenset({"case_statement", "switch_case", "switch_default", "expression_case", "case_clause", "catch_clause"})
JUMPS = frozenset(
    [
        "return_statement",
        "goto_statement",
        "break_statement",
        "continue_statement",
        "throw_statement",
        "raise_statement",
    ]
)
STATEMENTS = BRANCHES | FUNCTIONS
"Nodes that have no value."
PAIRS = frozenset({"pair", "keyed_element", "initializer_pair", "jsx_attribute"})
RETURNS = frozenset({"return_statement", "yield"})
TRANSPARENT = frozenset(
    [
        "parenthesized_expression",
        "await",
        "await_expression",
        "expression_list",
        "parenthesized_list_splat",
        "list_splat",
        "dictionary_splat",
        "spread_element",
        "type_assertion_expression",
        "cast_expression",
        "pointer_expression",
        "unary_expression",
        "jsx_expression",
        "template_substitution",
        "interpolation",
        "format_expression",
        "literal_element",
        "as_pattern",
        "non_null_expression",
        "unary_operator",
        "sequence_expression",
        "variadic_argument",
        "reference_expression",
    ]
)
STRINGS = frozenset(
    [
        "string",
        "string_literal",
        "interpreted_string_literal",
        "raw_string_literal",
        "template_string",
        "concatenated_string",
        "char_literal",
        "rune_literal",
        "regex",
    ]
)
NUMBERS = frozenset(
    [
        "integer",
        "float",
        "number",
        "int_literal",
        "float_literal",
        "number_literal",
        "true",
        "false",
        "none",
        "null",
        "nil",
        "undefined",
        "imaginary_literal",
        "sizeof_expression",
    ]
)
MEMBERS = {"attribute": ("object", "attribute"), "member_expression": ("object", "property")} | {
    "selector_expression": ("operand", "field"),
    "field_expression": ("argument", "field"),
    "qualified_identifier": ("scope", "name"),
}
INDEXED = {"subscript": "value", "index_expression": "operand", "slice_expression": "operand"}
CONTAINERS = frozenset(
    [
        "list",
        "tuple",
        "set",
        "dictionary",
        "array",
        "object",
        "literal_value",
        "composite_literal",
        "initializer_list",
        "list_comprehension",
        "generator_expression",
        "set_comprehension",
        "dictionary_comprehension",
    ]
)
COMMENTS = frozenset({"comment", "line_comment", "block_comment", "html_comment"})

NUMERIC = re.compile(
    r"(?:.*\.)?(?:int|float|len|bool|ord|round|parseInt|parseFloat|Number|Atoi|ParseInt|ParseUint|atoi|strlen|abs)"
)
"Functions whose result is a number."
INPUTS = re.compile(
    r"(?:input|raw_input|getenv|os\.getenv|os\.environ(\.get)?|sys\.argv|process\.(argv|env)|prompt|fgets|recv|"
    r"(.*\.)?(FormValue|PostFormValue|PathValue|getParameter)|(self\.|flask\.)?request\.(args|form|values|json|data|"
    r"cookies|headers|files|GET|POST|params|query|body|url|get|path|match_info|FILES|META)(\.\w+)*|"
    r"(req|ctx|request)\.(query|params|body|url|headers|cookies)(\.\w+)*|(window\.|document\.)?location(\.\w+)*|"
    r"document\.(cookie|referrer|URL)|event\.data|e\.data|mux\.Vars|(.*\.)?(getlist|get_argument))"
)
"Expressions whose data comes from outside, whatever the parameters are."
BUILDERS = re.compile(
    r"(?:.*\.)?(?:Sprintf|Sprint|Sprintln|concat|Concat|sprintf|format_html_join|asprintf|Appendf|Errorf)"
)
"Functions that put their arguments into one string."
WRITERS = re.compile(r"(?:std::)?(?:v?sn?printf|str(n|l)?(cat|cpy)|mem(cpy|move)|stpcpy|asprintf|g_snprintf|swprintf)")
"C functions that write their later arguments into the first."
NUMBER_TYPE = re.compile(
    r"(?:int|float|bool|u?int(8|16|32|64|ptr)?|size_t|ssize_t|double|long|short|unsigned|float(32|64)|u?int\d+_t)\b"
)
SELF = frozenset({"self", "cls", "this"})
