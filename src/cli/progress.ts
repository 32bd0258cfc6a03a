/** `checked 12 of 90 files` on standard error, once a second has passed and a person is watching. */
export interface Progress {
  step(): void;
  close(): void;
}

const patience = 1000;
const clearLine = '\r\u001b[K';

export function openProgress(total: number): Progress {
  if (process.stderr.isTTY !== true) return { step() {}, close() {} };
  let done = 0;
  let visible = false;
  const show = () => {
    visible = true;
    process.stderr.write(`${clearLine}checked ${done} of ${total} file${total === 1 ? '' : 's'}`);
  };
  const timer = setTimeout(show, patience);
  return {
    step() {
      done += 1;
      if (visible) show();
    },
    close() {
      clearTimeout(timer);
      if (visible) process.stderr.write(clearLine);
    },
  };
}
