import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readInstallation } from '../src/adapters/credentials/installation.ts'
import { openCredentials } from '../src/adapters/credentials/open-credentials.ts'
import { openStores } from '../src/adapters/store/open-stores.ts'
import { digests, makeIdentifiers, openSecrets, systemClock } from '../src/adapters/system/system.ts'
import { type BatchPorts, issueBatch } from '../src/application/issue-batch.ts'

/** Issues a batch with status entries, keeps it durably, bakes a PNG for everyone, and tells the CPU seconds of the process. */
const people = Number(process.argv[2] ?? 10_000)

const folder = mkdtempSync(join(tmpdir(), 'cairn-batch-'))
const stores = openStores({ folder })
const credentials = openCredentials({
  folder,
  installation: readInstallation({ CAIRN_ORIGIN: 'https://records.harbour.example' }),
  now: systemClock.now,
})
const ports: BatchPorts = {
  clock: systemClock,
  identifiers: makeIdentifiers(systemClock),
  secrets: openSecrets(folder),
  digests,
  ...stores,
  ...credentials,
}

const lines = Array.from({ length: people }, (_, index) => ({
  line: index + 2,
  cells: {
    name: `Person ${index}`,
    email: `person-${index}@harbour.example`,
    awardedOn: '2026-11-24',
    narrative: `Ran the night shift of quay ${index % 40} for six months; led the recovery exercise of 12 October.`,
  },
}))

let bytes = 0
const cpuBefore = process.cpuUsage()
const wallBefore = performance.now()
const done = await issueBatch(ports, {
  batchId: 'bench',
  achievement: {
    id: 'harbour-operator',
    name: 'Harbour data operator',
    description: 'Runs the data platform of a harbour through a shift, alone.',
    criteria: 'Six months on shift, and a recovery exercise led under observation.',
    tier: 'associate',
    years: 3,
  },
  lines,
  onCredential: ({ award, document }) => {
    bytes += credentials.badgeImages.png(award, JSON.stringify(document)).length
  },
})
const cpu = process.cpuUsage(cpuBefore)
const seconds = (cpu.user + cpu.system) / 1e6
await stores.close()
rmSync(folder, { recursive: true })
if (!done.ok || done.value.issued !== people)
  throw new Error(`Not everything was issued: ${JSON.stringify(done)}`)
process.stdout.write(
  `${people} badges issued, kept and baked (${(bytes / 1e6).toFixed(0)} MB): ${seconds.toFixed(1)} CPU seconds, ` +
    `${((performance.now() - wallBefore) / 1000).toFixed(1)} s on the clock, ${(people / seconds).toFixed(0)} per CPU second\n`,
)
