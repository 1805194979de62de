// `npm start`: installs what is missing, builds the pages when they changed, serves everything on this machine.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildPages, installPackages, node, root } from './prepare.mjs'

installPackages()
buildPages()

const child = spawn(node, [join(root, 'bin/cairn.mjs'), 'serve', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)))
