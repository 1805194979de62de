// What both commands need first: the packages of the lock file, and the built pages. Runs on any Node from 20.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')

const stampFolder = join(root, 'node_modules', '.cache', 'cairn')

function filesBelow(path) {
  if (!existsSync(path)) return []
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const full = join(path, entry.name)
    return entry.isDirectory() ? filesBelow(full) : [full]
  })
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const file of paths)
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** Runs `work` unless the same inputs went through it before, as its stamp tells. */
function unlessDone(name, hash, work) {
  const stamp = join(stampFolder, name)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  work()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
}

export function run(command, args, options = {}) {
  const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (error) throw error
  return signal ? 1 : (status ?? 1)
}

export function mustRun(command, args, advice) {
  if (run(command, args) === 0) return
  process.stderr.write(`\n"${command} ${args.join(' ')}" failed. ${advice}\n`)
  process.exit(1)
}

export function installPackages() {
  const inputs = ['package.json', 'package-lock.json'].map((file) => join(root, file))
  unlessDone('installed', hashOf(inputs), () => {
    process.stderr.write('Installing packages (first time only) …\n')
    mustRun(
      'npm',
      ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
      'Check the network and that npm is 10 or newer, then run the command again.',
    )
  })
}

export function buildPages() {
  const inputs = [...filesBelow(join(root, 'src/faces/web')), ...filesBelow(join(root, 'src/presentation'))]
  const present = existsSync(join(root, 'dist/web/index.html'))
  unlessDone('built', `${present} ${hashOf([...inputs, join(root, 'package-lock.json')])}`, () => {
    process.stderr.write('Building the pages …\n')
    mustRun(
      node,
      [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'src/faces/web', '--logLevel', 'warn'],
      'The messages above say where.',
    )
  })
  writeFileSync(join(stampFolder, 'built'), `true ${hashOf([...inputs, join(root, 'package-lock.json')])}`)
}
