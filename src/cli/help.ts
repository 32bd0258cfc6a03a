/** What `gradlens --help` prints. */
export const help = `GradLens checks hand-written gradients: analytic, numeric and written side by side.

Usage
  gradlens check PATH...         check files (.py, .ipynb), directories or globs; - reads
                                 standard input
  gradlens check --why FILE:NAME tell why a function or class is checked or not, and where the
                                 inputs of its sample come from
  gradlens explain FILE:NAME     tell how one verdict was reached: points, derivatives, steps, rule
  gradlens graph FILE:NAME       print the op graph of one function, values and adjoints included

Options of check
  --format text|json             how to print the report (default text)
  --rtol N                       relative tolerance (default 1e-6)
  --atol N                       absolute tolerance (default 0)
  --points N                     points drawn where none are given (default 3)
  --seed N                       seed of the drawn points (default 0)
  --mode auto|full|probe         check every entry, or random directions of large arrays
  --why FILE:NAME                tell why, instead of checking (as text or JSON)
  --quiet                        print only what is not correct

Options of explain
  --param x, --param "W[0, 2]"   one input, or one entry of it, with its step-size curve
  --format, --rtol, --atol, --points, --seed, --mode
                                 as for check

Options of graph
  --format dot|mermaid|json      how to print the graph (default dot)

  --help, --version              print this, or the version

An annotation's own options win over these; these win over [tool.gradlens] in
the nearest pyproject.toml, which takes rtol, atol, points, seed, mode, detect.

Exit codes
  0  nothing is wrong
  1  a gradient is wrong, an annotation is malformed, or an annotated function
     could not be checked
  2  bad usage, an unreadable file, or no file matched
`;
