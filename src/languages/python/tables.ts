/**
 * What Python knows by name: its modules, builtins and members, and its object
 * protocols, as data.
 */
import type { LanguageTables } from '../../syntax/tables';
import { annotationNames } from './names/annotation';
import { autogradModules } from './names/autograd';
import { builtins, standardModules, typeMembers } from './names/builtins';
import { distributionMembers } from './names/distributions';
import { exceptions } from './names/exceptions';
import { jaxModules } from './names/jax';
import { members, properties } from './names/members';
import { numpy, numpyLibrary } from './names/numpy';
import { ufuncMembers } from './names/numpy-elementwise';
import { numpyLinalg } from './names/numpy-linalg';
import { randomModules } from './names/random';
import { withRefused } from './names/refused-members';
import { scipyModules } from './names/scipy';
import { languageModules } from './names/standard';
import { tensorflowModules } from './names/tensorflow';
import { torchModules } from './names/torch-modules';

export const pythonTables: LanguageTables = {
  language: 'python',
  modules: {
    numpy,
    'numpy.linalg': numpyLinalg,
    ...numpyLibrary,
    ...randomModules,
    ...scipyModules,
    ...torchModules,
    ...jaxModules,
    ...autogradModules,
    ...tensorflowModules,
    ...standardModules,
    ...languageModules,
  },
  builtins,
  members: withRefused(members),
  properties,
  attributes: { ...ufuncMembers, ...distributionMembers, ...typeMembers },
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
      shiftLeft: ['__lshift__', '__rlshift__'],
      shiftRight: ['__rshift__', '__rrshift__'],
    },
    exceptions,
    zeroDivision: 'raise',
    numberText: 'typed',
    words: { none: 'None', true: 'True', false: 'False' },
  },
};
