"""Mistakes that people make in gradients, as edits of a source text.

`mutations(source, node)` yields (kind, start, end, replacement) for a definition: character offsets of
what is replaced. Texts stay as they are around the edit, so that lines and comments keep their places.
"""
import ast
import copy

SWAPPED_CALLS = {
    "sin": "cos", "cos": "sin", "exp": "log", "log": "exp", "tanh": "sin", "max": "min", "min": "max",
    "maximum": "minimum", "minimum": "maximum", "sum": "mean", "mean": "sum", "sqrt": "square",
    "argmax": "argmin", "zeros_like": "ones_like", "ones_like": "zeros_like", "zeros": "ones",
}
COMPARISONS = {
    ast.Gt: [">=", "<"], ast.GtE: [">", "<"], ast.Lt: ["<=", ">"], ast.LtE: ["<", ">"],
    ast.Eq: ["!="], ast.NotEq: ["=="],
}
LENGTHS = ("shape", "size")


class Text:
    """Offsets of nodes; columns of `ast` count bytes."""

    def __init__(self, source):
        self.source = source
        self.lines = source.splitlines(keepends=True)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line))

    def at(self, line, column):
        return self.starts[line - 1] + len(self.lines[line - 1].encode()[:column].decode())

    def span(self, node):
        return self.at(node.lineno, node.col_offset), self.at(node.end_lineno, node.end_col_offset)

    def of(self, node):
        start, end = self.span(node)
        return self.source[start:end]


def changed(node, **fields):
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return "(" + ast.unparse(other) + ")"


def is_length(node):
    """`N`, `m`, `len(x)`, `x.shape[0]`: what one divides by to get a mean."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in ("len", "float")
    if isinstance(node, ast.Subscript):
        return isinstance(node.value, ast.Attribute) and node.value.attr in LENGTHS
    if isinstance(node, ast.Attribute):
        return node.attr in LENGTHS
    return isinstance(node, ast.Name) and node.id in (
        "N", "n", "m", "M", "B", "batch", "batch_size", "num_examples", "n_samples", "num_train")


def binary(node):
    op = type(node.op)
    if op is ast.Add:
        yield "sign", changed(node, op=ast.Sub())
        yield "missing term", ast.unparse(node.left)
        yield "missing term", ast.unparse(node.right)
    elif op is ast.Sub:
        yield "sign", changed(node, op=ast.Add())
        yield "missing term", ast.unparse(node.left)
        yield "swapped operands", changed(node, left=node.right, right=node.left)
    elif op is ast.Mult:
        yield "missing factor", "(%s)" % ast.unparse(node.left)
        yield "missing factor", "(%s)" % ast.unparse(node.right)
        yield "wrong operator", changed(node, op=ast.Add())
    elif op is ast.Div:
        kind = "dropped 1/N" if is_length(node.right) else "missing factor"
        yield kind, "(%s)" % ast.unparse(node.left)
        yield "wrong operator", changed(node, op=ast.Mult())
        yield "swapped operands", changed(node, left=node.right, right=node.left)
    elif op is ast.MatMult:
        yield "swapped operands", changed(node, left=node.right, right=node.left)
        for side in ("left", "right"):
            operand = getattr(node, side)
            if not (isinstance(operand, ast.Attribute) and operand.attr == "T"):
                transposed = ast.Attribute(operand, "T", ast.Load())
                yield "transpose", changed(node, **{side: transposed})
    elif op is ast.Pow and isinstance(node.right, ast.Constant):
        yield "wrong power", changed(node, right=ast.Constant(node.right.value + 1))
        yield "missing factor", "(%s)" % ast.unparse(node.left)


def call(node):
    func = node.func
    name = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
    if name in SWAPPED_CALLS and isinstance(func, ast.Attribute):
        other = changed(node, func=ast.Attribute(func.value, SWAPPED_CALLS[name], ast.Load()))
        yield "wrong function", other
    for i, keyword in enumerate(node.keywords):
        def keywords(value):
            return node.keywords[:i] + ([] if value is None else [ast.keyword(keyword.arg, value)]) + node.keywords[i + 1:]
        if keyword.arg == "keepdims":
            yield "dropped keepdims", changed(node, keywords=keywords(None))
        if keyword.arg == "axis" and isinstance(keyword.value, (ast.Constant, ast.UnaryOp)):
            now = ast.literal_eval(keyword.value)
            if isinstance(now, int):
                yield "wrong axis", changed(node, keywords=keywords(ast.Constant(1 if now == 0 else 0)))
                yield "wrong axis", changed(node, keywords=keywords(None))
    if name in ("dot", "matmul", "outer") and len(node.args) == 2:
        yield "swapped operands", changed(node, args=node.args[::-1])
    if name == "dot" and len(node.args) == 1 and isinstance(func, ast.Attribute):
        swapped = ast.Attribute(node.args[0], "dot", ast.Load())
        yield "swapped operands", changed(node, func=swapped, args=[func.value])
    if name in ("sum", "mean") and isinstance(func, ast.Attribute):
        inner = node.args[0] if node.args else func.value
        yield "dropped sum", "(%s)" % ast.unparse(inner)
    if name == "range" and node.args:
        last = node.args[-1] if len(node.args) < 3 else node.args[1]
        less = ast.BinOp(last, ast.Sub(), ast.Constant(1))
        args = [less if a is last else a for a in node.args]
        yield "off by one", changed(node, args=args)
    if name == "reversed" and len(node.args) == 1:
        yield "wrong order", "(%s)" % ast.unparse(node.args[0])


def expressions(node):
    """(kind, replacement) for an expression."""
    if isinstance(node, ast.BinOp):
        yield from binary(node)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and not isinstance(node.operand, ast.Constant):
        yield "sign", "(%s)" % ast.unparse(node.operand)
    elif isinstance(node, ast.Call):
        yield from call(node)
    elif isinstance(node, ast.Attribute) and node.attr == "T":
        yield "transpose", "(%s)" % ast.unparse(node.value)
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        left, right = ast.unparse(node.left), ast.unparse(node.comparators[0])
        for other in COMPARISONS.get(type(node.ops[0]), ()):
            yield "wrong comparison", "(%s %s %s)" % (left, other, right)
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float) and node.value:
        yield "factor", repr(node.value * 2)
        yield "factor", repr(round(node.value * 1.01, 12))


def indices(node):
    """(kind, node, replacement) for the constants of a subscript."""
    for part in ast.walk(node.slice):
        if isinstance(part, ast.Constant) and type(part.value) is int:
            yield "off by one", part, repr(part.value + 1)
    if isinstance(node.slice, ast.Slice) and node.slice.lower is None and node.slice.upper is not None:
        yield "off by one", node.slice.upper, "(%s) - 1" % ast.unparse(node.slice.upper)


def local_names(function):
    names = [a.arg for a in function.args.args if a.arg not in ("self", "cls", "ctx")]
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id not in names and node.id != "_":
            names.append(node.id)
    return names


def statements(text, node, backward):
    """(kind, start, end, replacement) for a statement."""
    if isinstance(node, ast.AugAssign):
        target, value = ast.unparse(node.target), ast.unparse(node.value)
        if isinstance(node.op, (ast.Add, ast.Sub)):
            yield ("dropped accumulation", *text.span(node), "%s = %s" % (target, value))
            yield ("sign", *text.span(node), "%s %s= %s" % (target, "-" if isinstance(node.op, ast.Add) else "+", value))
        yield ("missing statement", *text.span(node), "pass")
    elif isinstance(node, ast.Assign):
        target = node.targets[0]
        if isinstance(target, ast.Subscript) or (isinstance(target, ast.Attribute) and target.attr not in ("cache",)):
            yield ("missing statement", *text.span(node), "pass")
        if not isinstance(node.value, (ast.Tuple, ast.Constant, ast.Dict, ast.List, ast.Attribute, ast.Subscript, ast.Name)):
            value = ast.unparse(node.value)
            yield ("sign", *text.span(node.value), "-(%s)" % value)
            yield ("factor", *text.span(node.value), "2 * (%s)" % value)
            yield ("factor", *text.span(node.value), "1.01 * (%s)" % value)
    elif isinstance(node, ast.Return) and node.value is not None and not isinstance(node.value, (ast.Constant, ast.Dict)):
        if isinstance(node.value, ast.Tuple):
            a = node.value.elts
            # What bears names is read by its names; a value comes before its gradient.
            if len(a) > 1 and backward and not any(isinstance(each, ast.Name) for each in a[:2]):
                yield ("swapped results", *text.span(node.value), ast.unparse(ast.Tuple([a[1], a[0]] + a[2:], ast.Load())))
            for each in a:
                yield ("factor", *text.span(each), "1.01 * (%s)" % ast.unparse(each))
        else:
            value = ast.unparse(node.value)
            yield ("sign", *text.span(node.value), "-(%s)" % value)
            yield ("factor", *text.span(node.value), "1.01 * (%s)" % value)


def mutations(source, function):
    """Every edit of a function: (kind, start, end, replacement)."""
    text = Text(source)
    names = local_names(function)
    # Docstrings, and what stands in formatted texts (whose columns older versions give wrongly).
    inside_docs = {id(n.value) for n in ast.walk(function) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)}
    inside_docs |= {id(p) for n in ast.walk(function) if isinstance(n, (ast.JoinedStr, ast.Raise, ast.Assert)) for p in ast.walk(n)}
    indexed = set()
    for body in function.body:
        for node in ast.walk(body):
            if id(node) in inside_docs or id(node) in indexed:
                continue
            if isinstance(node, ast.stmt):
                yield from statements(text, node, "ack" in function.name or "bwd" in function.name)
            if isinstance(node, ast.Subscript):
                for part in ast.walk(node.slice):
                    indexed.add(id(part))
                for kind, part, replacement in indices(node):
                    yield (kind, *text.span(part), replacement)
            if isinstance(node, ast.expr):
                for kind, replacement in expressions(node):
                    yield (kind, *text.span(node), replacement)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names and len(names) > 1:
                other = names[(names.index(node.id) + 1) % len(names)]
                yield ("wrong operand", *text.span(node), other)
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) and isinstance(node.value, ast.Name) \
                    and node.value.id in ("self", "ctx"):
                yield ("stale cache", *text.span(node), "(0.5 * %s)" % text.of(node))
