import { writeFile } from 'node:fs/promises'
import { type DoneEquating, reportEquating } from '../../application/report-equating.ts'
import type { Cli } from './cli.ts'
import { explainEquating } from './measure-equating-text.ts'

/** Writes the report of an equating to a file. False where it could not, which is then said. */
export async function writeEquatingReport(file: string, done: DoneEquating, cli: Cli): Promise<boolean> {
  const report = await reportEquating(await cli.ports(), done)
  if (!report.ok) {
    cli.fail({ ...report.error, message: explainEquating(report.error) })
    return false
  }
  try {
    await writeFile(file, report.value)
  } catch (error) {
    const reason = (error as Error).message
    cli.fail({ code: 'report-unwritable', file, message: `The report cannot be written: ${reason}.` })
    return false
  }
  cli.note(`The report is in ${file}.`)
  return true
}
