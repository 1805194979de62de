// `npm test`: installs what is missing (packages, and by apt Chromium, PostgreSQL and strace where it may), then runs everything.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildPages, installPackages, node, root, run } from './prepare.mjs'

const tools = [
  {
    name: 'Chromium',
    package: 'chromium',
    present: () => existsSync('/usr/bin/chromium') || onPath('chromium'),
  },
  {
    name: 'PostgreSQL',
    package: 'postgresql',
    present: () => onPath('initdb') || existsSync('/usr/lib/postgresql'),
  },
  { name: 'strace', package: 'strace', present: () => onPath('strace') },
]

function onPath(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0
}

/** Debian packages that only tests need; elsewhere, or without the right to install, the tests say what they skip. */
function installTools() {
  const missing = tools.filter((tool) => !tool.present())
  if (missing.length === 0) return
  const mayInstall = process.getuid?.() === 0 && onPath('apt-get')
  if (mayInstall) {
    const packages = missing.map((tool) => tool.package)
    process.stderr.write(`Installing ${packages.join(', ')} for the tests …\n`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['-qq', 'update'], { env })
    run('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', ...packages], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
  for (const tool of tools.filter((candidate) => !candidate.present())) {
    process.stderr.write(
      `${tool.name} is missing: its tests are skipped. Install the package "${tool.package}" to run them.\n`,
    )
    if (process.env.CI === 'true') {
      process.stderr.write('With CI=true nothing may be skipped.\n')
      process.exit(1)
    }
  }
}

installPackages()
installTools()
buildPages()

const checks = [
  ['format and lint', [join(root, 'node_modules/.bin/biome'), ['check', '.']]],
  ['types', [node, [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.']]],
]
let failed = 0
let passed = 0
for (const [name, [command, args]] of process.argv.length > 2 ? [] : checks) {
  const status = run(command, args)
  process.stderr.write(`${status === 0 ? 'passed' : 'FAILED'}: ${name}\n`)
  if (status === 0) passed += 1
  else failed += 1
}

const report = join(root, 'node_modules/.cache/cairn/tests.json')
rmSync(report, { force: true })
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const status = run(node, [
  vitest,
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
])
let skipped = 0
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  passed += numPassedTests
  failed += Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0)
  skipped = numPendingTests
} else failed += 1
if (status !== 0 && failed === 0) failed += 1
if (skipped > 0 && process.env.CI === 'true') failed += skipped
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed > 0 ? 1 : 0)
