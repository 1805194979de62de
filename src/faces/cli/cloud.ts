import type { Command } from 'commander'
import type { Cli } from './cli.ts'
import { addCapacityCommands } from './cloud-capacity.ts'
import { addEventsCommands } from './cloud-events.ts'
import { addIamCommands } from './cloud-iam.ts'
import { addNetworkCommands } from './cloud-network.ts'
import { addStatesCommands } from './cloud-states.ts'
import { addTemplatesCommands } from './cloud-templates.ts'
import { addTimeCommands } from './cloud-time.ts'

/** Adds the models of cloud services, one below the other; each stands in its own file. */
export function addCloudCommands(command: Command, cli: Cli): void {
  addIamCommands(command.command('iam').description('policies and requests: evaluate'), cli)
  addEventsCommands(command, cli)
  addNetworkCommands(command, cli)
  addCapacityCommands(command, cli)
  addStatesCommands(command, cli)
  addTemplatesCommands(command, cli)
  addTimeCommands(command, cli)
}
