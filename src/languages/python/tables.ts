/**
 * What Python knows by name: its modules, builtins and members, and its object
 * protocols, as data.
 */
import type { LanguageTables } from '../../syntax/tables';
import { annotationNames } from './names/annotation';
import { builtins, standardModules, typeMembers } from './names/builtins';
import { members, properties } from './names/members';
import { numpy, numpyLibrary, numpyLinalg } from './names/numpy';
import { ufuncMembers } from './names/numpy-elementwise';
import { randomModules } from './names/random';
import { scipyModules } from './names/scipy';

export const pythonTables: LanguageTables = {
  language: 'python',
  modules: {
    numpy,
    'numpy.linalg': numpyLinalg,
    ...numpyLibrary,
    ...randomModules,
    ...scipyModules,
    ...standardModules,
  },
  builtins,
  members,
  properties,
  attributes: { ...ufuncMembers, ...typeMembers },
  annotationNames,
  protocols: {
    constructor: '__init__',
    call: '__call__',
    truth: ['__bool__', '__len__'],
    operators: {
      add: ['__add__', '__radd__'],
      subtract: ['__sub__', '__rsub__'],
      multiply: ['__mul__', '__rmul__'],
      divide: ['__truediv__', '__rtruediv__'],
      floorDivide: ['__floordiv__', '__rfloordiv__'],
      floorMod: ['__mod__', '__rmod__'],
      power: ['__pow__', '__rpow__'],
      matmul: ['__matmul__', '__rmatmul__'],
      bitAnd: ['__and__', '__rand__'],
      bitOr: ['__or__', '__ror__'],
      bitXor: ['__xor__', '__rxor__'],
    },
    zeroDivision: 'raise',
    numberText: 'typed',
    words: { none: 'None', true: 'True', false: 'False' },
  },
};
