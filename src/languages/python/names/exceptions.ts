/** Python's exceptions, each with the one that it derives from. */
import type { Names } from '../../../syntax/tables';

/** A name, then those that derive from it. */
const families = `
  BaseException: Exception KeyboardInterrupt SystemExit GeneratorExit
  Exception: ArithmeticError AssertionError AttributeError BufferError EOFError ImportError
  Exception: LookupError MemoryError NameError OSError ReferenceError RuntimeError StopIteration
  Exception: SyntaxError SystemError TypeError ValueError Warning
  ArithmeticError: FloatingPointError OverflowError ZeroDivisionError
  AttributeError: FrozenInstanceError
  ImportError: ModuleNotFoundError
  LookupError: IndexError KeyError
  NameError: UnboundLocalError
  OSError: FileNotFoundError FileExistsError PermissionError TimeoutError ConnectionError
  RuntimeError: NotImplementedError RecursionError
  SyntaxError: IndentationError
  ValueError: UnicodeError LinAlgError AxisError
  IndexError: AxisError
  Warning: UserWarning DeprecationWarning RuntimeWarning FutureWarning ImportWarning
  Warning: PendingDeprecationWarning SyntaxWarning ResourceWarning
`;

/** What each derives from, by name. */
export const exceptions: Readonly<Record<string, string>> = basesOf(families);

/** Exceptions that are no builtins but names of a module. */
const OF_MODULES = new Set(['AxisError', 'FrozenInstanceError', 'LinAlgError']);

const builtin = Object.keys(exceptions).filter((name) => !OF_MODULES.has(name));

/** The builtin names; IOError and EnvironmentError are old names of OSError. */
export const exceptionNames: Names = Object.fromEntries(
  [...builtin, 'IOError', 'EnvironmentError'].map((name) => [
    name,
    { kind: 'type', type: 'exception' } as const,
  ]),
);

function basesOf(lines: string): Record<string, string> {
  const bases: Record<string, string> = { BaseException: '' };
  for (const line of lines.trim().split('\n')) {
    const [base, names] = line.trim().split(': ');
    for (const name of names.split(' ')) {
      bases[name] = bases[name] === undefined ? base : `${bases[name]} ${base}`;
    }
  }
  return { ...bases, IOError: 'OSError', EnvironmentError: 'OSError' };
}
