import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeBinary, temporaryFolder } from '../support/server.ts'
import { root } from '../support/source.ts'

const { folder, remove } = temporaryFolder()
afterAll(remove)

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly name: string
  readonly version: string
  readonly dependencies: Readonly<Record<string, string>>
}
const installed = join(folder, 'node_modules', manifest.name)

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1e8,
    env: { ...process.env, NO_COLOR: '1', XDG_DATA_HOME: join(folder, 'data') },
  })
  if (error || status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error ?? stderr}${stdout}`)
  return stdout
}

/** Links the packages that the clone has installed, so that no registry is asked. */
function linkDependencies(): void {
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(folder, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(realpathSync(join(root, 'node_modules', name)), link)
  }
}

/** Packs the clone and unpacks it where an installation would put it. */
function install(): void {
  run('npm', ['pack', '--pack-destination', folder, '--loglevel=error'], root)
  const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz'))!
  mkdirSync(installed, { recursive: true })
  run('tar', ['-xzf', join(folder, tarball), '-C', installed, '--strip-components=1'], folder)
  linkDependencies()
  mkdirSync(join(folder, 'node_modules', '.bin'), { recursive: true })
  symlinkSync(join(installed, 'bin/cairn.mjs'), join(folder, 'node_modules/.bin/cairn'))
}

const script = (name: string, lines: readonly string[]): string => {
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
  return join(folder, name)
}

describe('the package, packed and installed elsewhere', () => {
  beforeAll(install, 240_000)

  test('offers the measurement library', () => {
    const file = script('measure.mjs', [
      `import { calibrate, estimateEap, responseMatrix, seededRandom, simulateItems, simulateOccasion, simulatePeople } from '${manifest.name}/measurement'`,
      "const items = simulateItems({ model: '2pl' }, 20, seededRandom('items'))",
      "const people = simulatePeople({}, 500, seededRandom('people'))",
      "const { responses } = simulateOccasion({ people, items }, seededRandom('responses'))",
      "const found = calibrate(responses, { items: { model: '2pl' } })",
      'const { theta } = estimateEap([1, 1, 0], [-1, 0, 1].map((b) => ({ a: 1, b, c: 0, d: 1 })))',
      'console.log(JSON.stringify({ converged: found.value.converged, theta, rows: responseMatrix([[1]]).persons }))',
    ])
    const answer = JSON.parse(run(nodeBinary, [file], folder))
    expect(answer).toEqual({ converged: true, theta: expect.closeTo(0.3, 0), rows: 1 })
  })

  test('offers the models of cloud services', () => {
    const file = script('cloud.mjs', [
      `import { compilePattern, overlaps, parseCidr } from '${manifest.name}/cloud'`,
      "const pattern = compilePattern({ source: [{ prefix: 'aws.' }] })",
      "const events = [{ source: 'aws.ec2' }, { source: 'my.shop' }]",
      "const [left, right] = ['10.0.0.0/16', '10.0.128.0/20'].map((text) => parseCidr(text).value)",
      'console.log(JSON.stringify({ matched: events.map(pattern.value.matches), overlap: overlaps(left, right) }))',
    ])
    expect(JSON.parse(run(nodeBinary, [file], folder))).toEqual({ matched: [true, false], overlap: true })
  })

  test('carries types for both', { timeout: 60_000 }, () => {
    script('package.json', ['{ "type": "module" }'])
    const typed = script('typed.ts', [
      `import { type ItemParameters, informationAt } from '${manifest.name}/measurement'`,
      `import { compilePattern } from '${manifest.name}/cloud'`,
      'const item: ItemParameters = { a: 1, b: 0, c: 0, d: 1 }',
      'export const information: number = informationAt(0, item)',
      'export const known: boolean = compilePattern({}).ok',
      '// @ts-expect-error an ability is a number',
      "informationAt('high', item)",
    ])
    const options = '--noEmit --strict --module nodenext --target es2024 --types node'.split(' ')
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    const typeRoots = ['--typeRoots', join(root, 'node_modules/@types')]
    expect(run(nodeBinary, [compiler, ...options, ...typeRoots, typed], folder)).toBe('')
  })

  test('keeps everything else to itself', () => {
    const file = script('private.mjs', [
      `await import('${manifest.name}/dist/main.js').catch(({ code }) => console.log(code))`,
    ])
    expect(run(nodeBinary, [file], folder).trim()).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED')
  })

  test('runs as a command', () => {
    const cairn = (...args: readonly string[]): string =>
      run(nodeBinary, [join(folder, 'node_modules/.bin/cairn'), ...args], folder)
    expect(cairn('--version')).toContain(manifest.version)
    const chances = script('p.csv', ['p', '.26', '.27', '.18'])
    expect(JSON.parse(cairn('measure', 'distribution', chances, '--json'))[0]).toBeCloseTo(0.442964, 6)
  })
})
