import { readFile } from 'node:fs/promises'
import { fail, ok, type Result } from '../../domain/kernel/result.ts'
import type { Cli, CliRefusal } from './cli.ts'

async function readInput(file: string, cli: Cli): Promise<string> {
  if (file !== '-') return readFile(file, 'utf8')
  const lines: string[] = []
  for await (const line of cli.lines()) lines.push(line)
  return lines.join('\n')
}

function parse(text: string, file: string): Result<unknown, CliRefusal> {
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    const from = file === '-' ? 'Standard input' : file
    return fail({ code: 'json-malformed', message: `${from} is not JSON: ${(error as Error).message}` })
  }
}

/** Reads JSON from a file, or from standard input where the file is `-`. */
export async function readJson(file: string, cli: Cli): Promise<Result<unknown, CliRefusal>> {
  const text = await readInput(file, cli).catch(() => null)
  return text === null
    ? fail({
        code: 'file-unreadable',
        message: `${file} cannot be read. Name a file, or - for standard input.`,
      })
    : parse(text, file)
}
