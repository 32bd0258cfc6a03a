"""A tiny tokenizer with merges of frequent pairs, and an arithmetic parser on its tokens."""

CORPUS = "low low low lower lower newest newest newest widest wide"


def pair_counts(words):
    counts = {}
    for symbols, frequency in words.items():
        for pair in zip(symbols, symbols[1:]):
            counts[pair] = counts.get(pair, 0) + frequency
    return counts


def merge(words, pair):
    merged = {}
    for symbols, frequency in words.items():
        out, i = [], 0
        while i < len(symbols):
            if i + 1 < len(symbols) and (symbols[i], symbols[i + 1]) == pair:
                out.append(symbols[i] + symbols[i + 1])
                i += 2
            else:
                out.append(symbols[i])
                i += 1
        merged[tuple(out)] = frequency
    return merged


words = {}
for word in CORPUS.split():
    key = tuple(word) + ("_",)
    words[key] = words.get(key, 0) + 1
merges = []
for _ in range(8):
    counts = pair_counts(words)
    best = max(sorted(counts), key=counts.get)
    if counts[best] < 2:
        break
    words = merge(words, best)
    merges.append(best)
vocabulary = sorted({s for symbols in words for s in symbols}, key=lambda s: (-len(s), s))


def lex(text):
    tokens, i = [], 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == "."):
                j += 1
            tokens.append(float(text[i:j]))
            i = j
        elif c in "+-*/()^":
            tokens.append(c)
            i += 1
        else:
            raise SyntaxError(f"unexpected {c!r} at {i}")
    return tokens


def parse(tokens):
    position = 0

    def peek():
        return tokens[position] if position < len(tokens) else None

    def take():
        nonlocal position
        position += 1
        return tokens[position - 1]

    def expression():
        value = term()
        while peek() in ("+", "-"):
            value = value + term() if take() == "+" else value - term()
        return value

    def term():
        value = factor()
        while peek() in ("*", "/"):
            value = value * factor() if take() == "*" else value / factor()
        return value

    def factor():
        if peek() == "-":
            take()
            return -factor()
        value = atom()
        if peek() == "^":
            take()
            return value ** factor()
        return value

    def atom():
        token = take()
        if token == "(":
            value = expression()
            take()
            return value
        return token

    return expression()


answers = {text: parse(lex(text)) for text in ["1 + 2*3", "(1+2)*3", "-2^2", "2^3^2 / 4", "1.5*(2 - -4)"]}
try:
    lex("2 $ 3")
except SyntaxError as problem:
    problem_text = str(problem)
del counts
