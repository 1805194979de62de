// Runs the public suites against this product. CAIRN_SUITES names the folder of their checkouts; what is not there is
// skipped, and nothing of them is part of this repository. How to prepare them: docs/conformance.md.
import { runDccFixtures } from './dcc-fixtures.ts'
import { runJoseSuite } from './jose-suite.ts'
import { runRdfCanon } from './rdf-canon.ts'
import { startSuiteServer } from './suite-server.ts'
import { runSuite, type SuiteResult, suites } from './w3c-suites.ts'

const checkouts = process.env.CAIRN_SUITES
const print = (text: string): void => void process.stdout.write(`${text}\n`)

function printSuite({ suite, commit, passed, failed, pending, failures }: SuiteResult): void {
  print(`${suite} ${commit}: ${passed} passed, ${failed} failed, ${pending} pending`)
  for (const { title, error } of failures) print(`  ${title}\n    ${error}`)
}

async function runW3cSuites(folder: string): Promise<boolean> {
  const server = await startSuiteServer()
  let sound = true
  try {
    for (const suite of suites) {
      const result = await runSuite(suite, folder, server)
      if (result === null) {
        print(`${suite.folder}: not there`)
        continue
      }
      printSuite(result)
      sound &&= result.failed === 0
    }
    const { answered, transportErrors, withoutReason } = server.counts
    print(
      `${answered} answers, ${transportErrors} transport errors, ${withoutReason} refusals without a reason code`,
    )
    return sound && transportErrors === 0 && withoutReason === 0
  } finally {
    server.stop()
  }
}

if (checkouts === undefined) {
  print('Set CAIRN_SUITES to the folder with the checkouts of the suites. See docs/conformance.md.')
  process.exitCode = 2
} else {
  const sound = await runW3cSuites(checkouts)
  const jose = await runJoseSuite(checkouts)
  if (jose !== null) printSuite(jose)
  for (const { workFactor, passed, of } of await runRdfCanon(checkouts))
    print(`rdf-canon, work factor ${workFactor}: ${passed} of ${of}`)
  for (const [kind, count] of Object.entries(await runDccFixtures(checkouts)))
    print(`vc-test-fixtures, ${kind}: ${count}`)
  process.exitCode = sound && (jose?.failed ?? 0) === 0 ? 0 : 1
}
