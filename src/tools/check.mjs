// npm run check: types, lint and dead code; no test runs.
import { prepare } from './prepare.mjs';
import { runTask } from './runTask.mjs';
import { deadCode, lint, typeChecks } from './tasks.mjs';

await prepare({ build: false });
for (const task of [...typeChecks(), lint, deadCode]) {
  if (!(await runTask(task))) process.exitCode = 1;
}
