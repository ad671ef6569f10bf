#!/usr/bin/env python3
"""Runs the cells of a notebook in their order, without Jupyter, and compares what they show: notebook_test.py FILE.
BRIDLE_RECORD=1 writes what they showed into it."""
import ast
import contextlib
import difflib
import io
import json
import os
import pathlib
import sys


def run(source, names):
    """What the cell printed, and how its last line shows itself if that is an expression."""
    tree, printed, shown = ast.parse(source), io.StringIO(), None
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, "cell", "exec"), names)
        if last is not None:
            shown = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
    return printed.getvalue(), None if shown is None else repr(shown)


def outputs(printed, shown, count):
    if printed:
        yield {"name": "stdout", "output_type": "stream", "text": printed.splitlines(True)}
    if shown is not None:
        yield {"data": {"text/plain": shown.splitlines(True)}, "execution_count": count, "metadata": {},
               "output_type": "execute_result"}


def main():
    path = pathlib.Path(sys.argv[1]).resolve()
    before = path.read_text()
    notebook, names = json.loads(before), {"__name__": "__main__"}
    os.chdir(path.parent)  # where Jupyter starts
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for count, cell in enumerate(code, 1):
        printed, shown = run("".join(cell["source"]), names)
        cell["execution_count"], cell["outputs"] = count, list(outputs(printed, shown, count))
    after = json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"
    if os.environ.get("BRIDLE_RECORD") == "1":
        path.write_text(after)
    elif after != before:
        print("".join(difflib.unified_diff(before.splitlines(True), after.splitlines(True), str(path), "shown now")))
        sys.exit(1)


main()
