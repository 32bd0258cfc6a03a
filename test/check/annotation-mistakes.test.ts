/** Mistakes in annotations: each is a problem at its place, with a way out. */
import { checkRows } from './annotation-rows';

checkRows('mistakes in annotations', [
  {
    title: 'a duplicate item',
    text: ['# @gradcheck x=3, x=4', 'def f(x):', '    return x * x'],
    targets: { f: 'unsupported' },
    problems: ['annotation@1'],
    message: /`x` is given twice/,
  },
  {
    title: 'an empty shape',
    text: ['# @gradcheck x: ()', 'def f(x):', '    return x * x'],
    targets: { f: 'unsupported' },
    problems: ['annotation@1'],
    message: /The shape of `x` is empty/,
  },
  {
    title: 'a reversed interval',
    text: ['# @gradcheck x in (1, 0)', 'def f(x):', '    return x * x'],
    targets: { f: 'unsupported' },
    problems: ['annotation@1'],
    message: /`?1`?/,
  },
  {
    title: 'a reversed interval by expressions',
    text: ['A = 3', '# @gradcheck x in (A, 2*A - 4)', 'def f(x):', '    return x * x'],
    targets: { f: 'error' },
    problems: ['error@2'],
    message: /the interval of x is empty/,
  },
  {
    title: '^ is not a power in Python',
    text: ['# @gradcheck x=2^3', 'def f(x):', '    return x * x'],
    targets: { f: 'unsupported' },
    problems: ['annotation@1'],
    message: /`?\*\*`?/,
  },
  {
    title: '^ in a claim',
    text: ['# @gradcheck x=2', '# @grad x = 3*x^2', 'def f(x):', '    return x ** 3'],
    targets: { f: 'unsupported' },
    problems: ['annotation@2'],
    message: /`?\*\*`?/,
  },
  {
    title: 'an unknown name, with the nearest spelling',
    text: ['# @gradcheck wegiht=2', 'def f(weight):', '    return weight'],
    targets: { f: 'unsupported' },
    problems: ['annotation@1'],
    message: /did you mean `weight`/,
  },
  {
    title: 'an unknown option, with the nearest spelling',
    text: ['# @gradcheck x=2, rtoll=1e-3', 'def f(x):', '    return x'],
    targets: { f: 'unsupported' },
    problems: ['annotation@1'],
    message: /did you mean `rtol`/,
  },
  {
    title: 'a malformed line',
    text: ['# @gradcheck x=(1, 2', 'def f(x):', '    return x'],
    targets: { f: 'unsupported' },
    problems: ['annotation@1'],
  },
  {
    title: 'a broken expression',
    text: ['# @gradcheck x=1 +', 'def f(x):', '    return x'],
    targets: { f: 'unsupported' },
    problems: ['annotation@1'],
  },
  {
    title: 'a value that raises',
    text: ['# @gradcheck x=1/0', 'def f(x):', '    return x'],
    targets: { f: 'error' },
    problems: ['error@1'],
    message: /ZeroDivisionError/,
  },
  {
    title: 'a value with an unknown name',
    text: ['# @gradcheck x=nowhere', 'def f(x):', '    return x'],
    targets: { f: 'error' },
    problems: ['error@1'],
    message: /nowhere/,
  },
]);
