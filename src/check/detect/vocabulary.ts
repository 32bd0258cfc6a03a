/**
 * What the text of a function says about it: whether it speaks of gradients, whether it
 * computes with real numbers, whether its parameters could be numbers at all.
 */
import { onceFor } from '../../syntax/moved';
import type { FunctionDefinition, Program } from '../../syntax/nodes';
import { holds } from '../../syntax/visit';
import { receivers, statementsOf } from './guards';

const gradientWords =
  /(?<![\w.])(d[A-Z]\w*|d_?(x|y|w|b|z|h|a|u|v|s|out|loss|cost|prev\w*|next\w*|l|e|j)\b|d_[a-z]\w*|dl_?d\w+|d\w{1,3}_d\w{1,3}|\w*grad(s|ient|ients|_\w+)?\b|\w+_grads?|deltas?(_\w+)?|dout\w*|upstream\w*|\w*deriv\w*|jacobian\w*|hessian\w*|backprop\w*|chain rule|adjoint\w*|\w*bar\b|vjp|jvp|sensitivit\w+|cotangent\w*|bo\b|error_signal|accum_grad)|∂|∇|\.grad\b|\bself\.d[A-Z_]\w*|\bself\.d[wbxy]\b/;

/** The text of a definition speaks of gradients, its own name and the word `except` left out. */
export function speaksOfGradients(
  program: Program,
  definition: FunctionDefinition,
  except: string | null = null,
): boolean {
  return except === null
    ? speaks(definition, program)
    : gradientWords.test(textOf(program, definition).replaceAll(except, ''));
}

const speaks = onceFor((definition: FunctionDefinition, program: Program) =>
  gradientWords.test(textOf(program, definition)),
);

/**
 * Names of the written half that are `d` or `g` before a name of the other half, and stand in it alone: `dp` beside
 * `p`. Of one function that is both, names that are so before a parameter.
 */
export function namesItsDerivatives(
  program: Program,
  forward: FunctionDefinition,
  written: FunctionDefinition,
): boolean {
  if (forward === written) {
    const parameters = new Set(forward.parameters.map((each) => each.name));
    return [...wordsOf(program, written)].some((word) => {
      const of = /^[dg]_?(\w{3,})$/.exec(word)?.[1];
      return of !== undefined && parameters.has(of) && !parameters.has(word);
    });
  }
  const own = wordsOf(program, forward);
  return [...wordsOf(program, written)].some((word) => {
    const of = /^[dg]_?(\w+)$/.exec(word)?.[1];
    // `dt` is a step of time.
    return of !== undefined && of !== 't' && own.has(of) && !own.has(word);
  });
}

function wordsOf(program: Program, definition: FunctionDefinition): ReadonlySet<string> {
  const code = textOf(program, definition).replace(/"""[\s\S]*?"""|#[^\n]*/g, '');
  return new Set(code.match(/[A-Za-z_]\w*/g) ?? []);
}

/** The text from the parameters on, so that the name does not count. */
export function textOf(program: Program, definition: FunctionDefinition): string {
  return program.text.slice(definition.nameSpan.end, definition.span.end);
}

const numericModules =
  /\b(np|numpy|math|jnp|torch|tf|scipy|special|sp|F|xp|cp|anp|npx|lax|linalg)\./;

/** It computes: arithmetic, or a function of a numeric library. */
export function computes(program: Program, definition: FunctionDefinition): boolean {
  return hasNumbers(definition, program);
}

const hasNumbers = onceFor((definition: FunctionDefinition, program: Program): boolean => {
  const text = textOf(program, definition);
  return (
    numericModules.test(text) ||
    /\.(sum|mean|dot|max|min|prod|std|var)\(/.test(text) ||
    /[\w)\]]\s*([-+/@]|\*{1,2})\s*[\w([-]/.test(text) ||
    /return\s+-\w/.test(text)
  );
});

/** It works on whole numbers alone: remainders and floor divisions, no real function. */
export function countsOnly(program: Program, definition: FunctionDefinition): boolean {
  return hasWholeNumbers(definition, program);
}

const hasWholeNumbers = onceFor((definition: FunctionDefinition, program: Program): boolean => {
  const text = textOf(program, definition).replace(/"""[\s\S]*?"""|#[^\n]*/g, '');
  return (
    /[^/]\/\/[^/]|\w %=? ?\w|\bgcd\b|\bisqrt\b|is_?prime|\bset\(|len\([^)]*&/.test(text) &&
    !numericModules.test(text)
  );
});

const otherThings =
  /^(path|file|filename|fname|url|text|string|sentence|noun|node|packet|frame|df|dataframe|msg|message|request|response|user|board|student|callback|cmd|command|linked_list|lst|team|bot|name)$/i;

const pictures = /^(img|image|images|picture|canvas|color|colour|colors|c1|c2|rgb|pixels)$/i;

/**
 * A parameter that no number is given for, and what it is: a path, a text, a node, an object
 * with attributes; null where there is none.
 */
export function otherThing(program: Program, definition: FunctionDefinition): string | null {
  return noNumber(definition, program);
}

const noNumber = onceFor((definition: FunctionDefinition, program: Program): string | null => {
  const [first] = definition.parameters;
  // A library of numbers takes numbers, however they are called: a `student` beside its `teacher`.
  const numeric = numericModules.test(textOf(program, definition));
  const named = definition.parameters.find(
    ({ name, default: given }) => given === null && !numeric && otherThings.test(name),
  );
  if (named !== undefined) return `\`${named.name}\`, which is no number`;
  if (first === undefined || receivers.test(first.name)) return null;
  return readsObject(definition.body, first.name)
    ? `\`${first.name}\`, whose attributes are no array's`
    : null;
});

const arrayMembers =
  /^(T|shape|size|ndim|dtype|dot|sum|mean|std|var|max|min|prod|copy|clone|reshape|ravel|flatten|transpose|astype|clip|cumsum|argmax|argmin|argsort|sort|repeat|squeeze|swapaxes|diagonal|trace|item|tolist|fill|view|detach|numpy|real|imag|t|mm|matmul|unsqueeze|expand|norm|exp|log|sqrt|abs|pow|tanh|sigmoid|relu|neg|mul|add|sub|div|items|keys|values|get|pop|append|extend|index|copy_|data|grad|device|requires_grad|nonzero|any|all|round|conj|dim|new_zeros|clamp|where|masked_fill|permute|contiguous|float|double|long|type|type_as|gather|scatter|index_select|narrow|chunk|split|saved_tensors|save_for_backward|needs_input_grad|mark_\w+|setdefault|update)$/;

/** An attribute is read from it that no array has. */
function readsObject(part: unknown, name: string): boolean {
  return holds(
    part,
    (node) =>
      node.kind === 'member' &&
      node.object.kind === 'name' &&
      node.object.name === name &&
      !arrayMembers.test(node.name),
  );
}

/** It asks a framework for the gradient: nothing is written by hand. */
export function differentiatesItself(program: Program, definition: FunctionDefinition): boolean {
  return /\.backward\(|GradientTape|\b(jax\.|autograd\.|torch\.autograd\.)?(grad|value_and_grad|jacfwd|jacrev|elementwise_grad)\(\w*(,|\))/.test(
    textOf(program, definition),
  );
}

/** Functions of the program sum a gradient to the shape of what was spread. */
export function speaksOfBroadcasting({ text }: Program): boolean {
  return /broadcast|sum_?to/i.test(text);
}

/** It takes pictures or colours, whose "gradient" is no derivative of a function. */
export function takesPictures(definition: FunctionDefinition): boolean {
  return definition.parameters.some(({ name }) => pictures.test(name));
}

/** Some `return` gives a value. */
export function returnsValue(definition: FunctionDefinition): boolean {
  return statementsOf(definition.body).some(
    (each) => each.kind === 'return' && each.value !== null && each.value.kind !== 'none',
  );
}
