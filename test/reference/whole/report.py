"""A report written with every way of formatting text."""
import math

rows = [("adam", 0.012345, 1200, True), ("sgd", 1.5, 95, False), ("rmsprop", 123.456, 10, True)]
header = "{:<10}|{:>10}|{:^7}|{}".format("name", "loss", "steps", "ok")
lines = [header, "-" * len(header)]
for name, loss, steps, ok in rows:
    lines.append(f"{name:<10}|{loss:>10.4f}|{steps:^7d}|{'yes' if ok else 'no'}")
table = "\n".join(lines)
old_style = ["%5.2f%%" % (100 * loss) for _, loss, _, _ in rows]
exponents = ["{:.3e}".format(loss) for _, loss, *_ in rows]
general = [f"{value:g}" for value in (1e-5, 0.0001, 123456.0, 1234567.0, 1e20, 0.1 + 0.2)]
signs = [f"{x:+d}" for x in (-3, 0, 5)] + ["{:+.1f}".format(-0.05), f"{7:03d}", f"{-7:04d}"]
grouped = f"{1234567:,}", f"{9876543.21:,.1f}", f"{0.256:.1%}"
bases = [f"{255:x}", f"{255:08b}", f"{8:o}", hex(26), bin(5)]
named = "{model}/{epoch:02d}-{loss:.2f}.npz".format(model="lstm", epoch=7, loss=0.1234)
indexed = "{1} before {0}, {1} again".format("b", "a")
width, digits = 12, 3
nested = f"[{math.pi:{width}.{digits}f}]"
reprs = f"{'quoted'!r} {3.0!r} {[1, 2.5, 'x']} {(1,)} {{}} {None}"
debug = f"{width=} {digits = }"
title = "gradient check".title().center(24, "*")
clean = "  padded\t\n".strip() + "|" + "xxabcxx".strip("x") + "|" + "a-b-c".replace("-", "+", 1)
parts = "key: value: more".split(": ", 1) + "a,b,,c".split(",") + "one  two".split()
joined = ", ".join(str(x) for x in [1, 2.0, True, None])
cases = "MiXed".upper() + "MiXed".lower() + "mixed case".capitalize() + "Ab".swapcase()
tests = ["abc".startswith("ab"), "abc".endswith(("x", "c")), "b" in "abc", "12".isdigit(), "ab1".isalnum()]
found = "banana".find("na"), "banana".rfind("na"), "banana".count("a"), "banana".find("z")
padded = "7".zfill(3), "ab".ljust(5, ".") + "|", "ab".rjust(5) + "|"
