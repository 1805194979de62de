#!/usr/bin/env node
// In a clone the TypeScript source runs as it is; the published package carries JavaScript instead.
import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'

const source = new URL('../src/main.ts', import.meta.url)
const [major] = process.versions.node.split('.').map(Number)
if (major < 24) {
  process.stderr.write(
    `cairn: Node.js 24 or newer is needed, this is ${process.version}. In a clone, run it as "npx --no cairn".\n`,
  )
  process.exit(70)
}
enableCompileCache()
await import(existsSync(source) ? source.href : new URL('../dist/main.js', import.meta.url).href)
