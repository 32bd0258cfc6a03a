/** The worker in the browser: the first message brings the grammars, the others are letters. */
import { answering } from './answers';
import type { Letter, WebWorkerData } from './worker-messages';

self.onmessage = ({ data: { assets, givenUp } }: MessageEvent<WebWorkerData>) => {
  const answer = answering(async (name) => assets[name], givenUp);
  self.onmessage = async ({ data }: MessageEvent<Letter>) => self.postMessage(await answer(data));
};
