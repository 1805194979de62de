import type { Command } from 'commander'
import type { Cli } from './cli.ts'
import { addBatchCommand } from './credential-batch.ts'
import { addIssueCommands } from './credential-issue.ts'
import { addKeyCommands, addLogCommand } from './credential-key.ts'
import { addShowCommands } from './credential-show.ts'
import { addStateCommands } from './credential-state.ts'
import { addVerifyCommand } from './credential-verify.ts'

/** `cairn credential`: each group of commands stands in its own file. */
export function addCredentialCommands(command: Command, cli: Cli): void {
  addIssueCommands(command, cli)
  addShowCommands(command, cli)
  addStateCommands(command, cli)
  addBatchCommand(command, cli)
  addKeyCommands(command, cli)
  addLogCommand(command, cli)
  addVerifyCommand(command, cli)
}
