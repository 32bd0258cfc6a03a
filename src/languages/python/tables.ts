/**
 * What Python knows by name: its modules, builtins and members, and its object
 * protocols, as data.
 */
import type { LanguageTables } from '../../syntax/tables';

export const pythonTables: LanguageTables = {
  language: 'python',
  modules: {},
  builtins: {},
  members: { array: {}, number: {}, text: {}, list: {}, tuple: {}, dict: {}, set: {} },
  properties: { array: {}, number: {}, text: {}, list: {}, tuple: {}, dict: {}, set: {} },
  annotationNames: {},
  protocols: {
    constructor: '__init__',
    call: '__call__',
    operators: {
      add: ['__add__', '__radd__'],
      subtract: ['__sub__', '__rsub__'],
      multiply: ['__mul__', '__rmul__'],
      divide: ['__truediv__', '__rtruediv__'],
      floorDivide: ['__floordiv__', '__rfloordiv__'],
      floorMod: ['__mod__', '__rmod__'],
      power: ['__pow__', '__rpow__'],
      matmul: ['__matmul__', '__rmatmul__'],
    },
    zeroDivision: 'raise',
    words: { none: 'None', true: 'True', false: 'False' },
  },
};
