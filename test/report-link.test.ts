/** What a worker sends of a report is what came to be another; what arrives is the report. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Checker, createChecker } from '../src/check/checker';
import { defaultOptions, type FileReport } from '../src/check/report';
import { reportReceiver, reportSender } from '../src/editor/report-link';

const claim = (name: string, slope: string) =>
  `# @gradcheck x=3\n# @grad x = ${slope}\ndef ${name}(x):\n    return x**2\n\n\n`;

const first = claim('f', '2*x') + claim('g', '2*x') + claim('h', '2*x');

describe('reports on their way from a worker', () => {
  let checker: Checker;

  before(async () => {
    checker = await createChecker(async (name) => readFileSync(`dist/${name}`));
  });

  /** Sends the reports of texts one after the other; gives what was sent and what arrived. */
  function through(...texts: readonly string[]) {
    const [send, receive] = [reportSender(), reportReceiver()];
    return texts.map((text) => {
      const report = checker.check({ path: 'a.py', text }, defaultOptions);
      const sent = structuredClone(send(report));
      const arrived = receive(sent);
      assert.deepEqual(arrived, report);
      return { sent, arrived };
    });
  }

  it('bring whole functions where there were none before', () => {
    const [{ sent, arrived }] = through(first);
    assert.deepEqual(sent.functions, arrived.functions);
  });

  it('bring what an edit changed, and keep the others as they are', () => {
    const wrong = claim('f', '2*x') + claim('g', '3*x') + claim('h', '2*x');
    const [before, after] = through(first, wrong);
    assert.deepEqual(
      after.sent.functions.map((each) => 'fields' in each && Object.keys(each.fields).length > 0),
      [false, true, false],
    );
    assert.equal(after.arrived.functions[0], before.arrived.functions[0]);
    assert.equal(after.arrived.functions[1].verdict, 'mismatch');
  });

  it('bring the lines alone of what only moved', () => {
    const [, { sent }] = through(first, `\n${first}`);
    for (const each of sent.functions) {
      assert.ok('fields' in each);
      assert.deepEqual(Object.keys(each.fields).sort(), ['fullRange', 'line', 'range']);
    }
  });

  it('bring what is new, what is gone and what changed its place', () => {
    const texts = [claim('h', '2*x') + claim('f', '2*x'), claim('new', '2*x') + first, ''];
    const reports = through(first, ...texts).map(({ arrived }) =>
      arrived.functions.map(({ name }) => name),
    );
    assert.deepEqual(reports, [['f', 'g', 'h'], ['h', 'f'], ['new', 'f', 'g', 'h'], []]);
  });

  it('start over together where many files were sent', () => {
    const [send, receive] = [reportSender(), reportReceiver()];
    for (let turn = 0; turn < 3; turn += 1) {
      for (let file = 0; file < 150; file += 1) {
        const report: FileReport = checker.check(
          { path: `${file}.py`, text: file < 3 ? first : '' },
          defaultOptions,
        );
        assert.deepEqual(receive(structuredClone(send(report))), report);
      }
    }
  });
});
