/**
 * The frame of every command of this folder: `main(subject, limit, act)` exits with the code that
 * `act` gives, and with 1 when it throws or does not end within `limit` ms.
 */

export function main(subject, limit, act) {
  // Only an ordinary exit ends the server too.
  process.once('SIGINT', () => process.exit(1));
  process.once('SIGTERM', () => process.exit(1));
  setTimeout(() => {
    console.error(`${subject} did not end within ${limit / 1000} s`);
    process.exit(1);
  }, limit).unref();
  act().then(
    (code) => process.exit(code),
    (problem) => {
      console.error(problem);
      process.exit(1);
    },
  );
}
