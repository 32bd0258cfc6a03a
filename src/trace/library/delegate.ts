/**
 * For library functions that other spellings lead to: calling one with changed
 * arguments, and telling whose spelling a call follows where numpy and torch give
 * one name two meanings.
 */
import { LibraryCall } from '../library-call';
import type { Value } from '../values';
import type { LibraryFunction } from './shared';

/** Calls a library function with the arguments of this call, some of them replaced. */
export function delegate(
  call: LibraryCall,
  implementation: LibraryFunction,
  changed: Readonly<Record<string, Value>>,
): Value {
  const values = new Map([...call.values, ...Object.entries(changed)]);
  return implementation(new LibraryCall(call.machine, call.name, values, call.place));
}

/** An argument that is a plain True or False; null for anything else. */
export function boolean(call: LibraryCall, name: string): Value | null {
  const value = call.optional(name);
  return value?.kind === 'number' && value.type === 'bool' ? value : null;
}

/**
 * Whether a method of an array means what torch says: by an argument that only torch or only
 * numpy has, else by the one library that the program imports. Refused when both are imported.
 */
export function followsTorch(
  call: LibraryCall,
  torchOnly: boolean,
  numpyOnly: boolean,
  advice: string,
): boolean {
  if (torchOnly || numpyOnly) return torchOnly;
  const { imported } = call.machine;
  if (imported.has('torch') && imported.has('numpy')) {
    call.refuse(`${call.name}() means one thing in numpy and another in torch: ${advice}`);
  }
  return imported.has('torch');
}

/** Whether any of these arguments is given. */
export function anyGiven(call: LibraryCall, ...names: readonly string[]): boolean {
  return names.some((name) => call.optional(name) !== null);
}
