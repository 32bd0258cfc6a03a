/** Accessibility of what a frame shows, as axe-core finds it. */
import axe from 'axe-core';

/** Fails with what axe finds in the frame that is serious or critical, and where. */
export async function accessible(frame) {
  // The content policy of a panel lets in no script tag; the debugger is no part of it.
  await frame.evaluate(`${axe.source};undefined`);
  const { violations, passes } = await frame.evaluate(() => window.axe.run(document));
  if (passes.length === 0) throw new Error('axe checked nothing');
  const found = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
    );
  if (found.length > 0) throw new Error(found.join('\n'));
}
