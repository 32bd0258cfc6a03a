/** A function of single numbers applied to every element of arrays that broadcast. */
import { broadcastShapes, sizeOf } from '../../engine/shape';
import { callFunction } from '../call';
import { toTrueArray } from '../convert';
import type { LibraryCall } from '../library-call';
import { misfit } from '../operate';
import { describe, type Value } from '../values';
import { cast, commonEntries, type Functions, read, reshape, spreadTo } from './shared';

export const vectorizing: Functions = {
  vectorize: (call) => ({
    kind: 'library',
    name: call.name,
    id: 'callVectorized',
    signature: 'function, *arguments',
    receiver: call.value('function'),
  }),
  callVectorized: (call) => {
    const arrays = call.rest('arguments').map((each) => {
      const array = toTrueArray(call.machine, each, call.place);
      return array ?? call.raise('TypeError', `${call.name}() needs arrays, not ${describe(each)}`);
    });
    let shape: readonly number[] = [];
    for (const array of arrays) {
      const both = broadcastShapes(shape, array.shape);
      if (both === null) misfit(call.machine, { shape }, array, `${call.name}()`, call.place);
      shape = both;
    }
    const spread = arrays.map((array) => spreadTo(call, read(call, array), shape));
    const results: Value[] = [];
    for (let at = 0; at < sizeOf(shape); at++) {
      const positions = Int32Array.of(at);
      const given = spread.map((entry) =>
        call.give(call.apply('gather', [entry], { positions, shape: [] })),
      );
      results.push(
        callFunction(call.machine, call.value('function'), given, new Map(), call.place),
      );
    }
    return stacked(call, results, shape);
  },
};

/** Single numbers laid out in a shape. The type is that of the first, as in numpy. */
function stacked(call: LibraryCall, results: readonly Value[], shape: readonly number[]): Value {
  if (results.length === 0)
    call.raise('ValueError', `${call.name}() of an empty array has no value`);
  const arrays = results.map((each) => {
    const array = toTrueArray(call.machine, each, call.place);
    if (array !== null && array.shape.length === 0) return array;
    return call.refuse(
      `${call.name}() of a function that gives ${describe(each)} is not supported`,
    );
  });
  const rows = commonEntries(call, arrays).map((entry) => reshape(call, entry, [1]));
  const flat = call.apply('concatenate', rows, { axis: 0 });
  return call.give(cast(call, reshape(call, flat, shape), arrays[0].type));
}
