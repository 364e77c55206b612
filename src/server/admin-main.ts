import { commandIo } from './commandIo.ts';
import { runAdmin } from './invitations/adminCommand.ts';

process.exitCode = await runAdmin(process.argv.slice(2), commandIo());
