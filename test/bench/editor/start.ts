/**
 * One start of the extension host: how long activation takes and how much memory the host
 * holds afterwards at rest, of ours and of the empty extension, which come in either order.
 */
import { empty, extensionOf, megabytes, ours, pause, program, startClock } from './host';

export const run = program(async () => {
  const measured: Record<string, number> = {};
  // Until VS Code has settled.
  await pause(1_000);
  for (const id of Math.random() < 0.5 ? [empty, ours] : [ours, empty]) {
    const extension = extensionOf(id);
    if (extension.isActive) throw new Error(`${id} is active already`);
    const name = id === ours ? 'ours' : 'empty';
    const before = await megabytes();
    const clock = startClock();
    await extension.activate();
    measured[`${name}Wall`] = clock.wall();
    measured[`${name}Processor`] = clock.thread();
    await pause(200);
    measured[`${name}Memory`] = (await megabytes()) - before;
  }
  return measured;
});
