import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Catalogue } from '../../domain/catalogue/types.ts'
import { makeVersion } from '../../domain/form/version.fixture.ts'
import { calendarDate } from '../../domain/kernel/calendar-date.ts'

export const testDay = calendarDate('2026-11-24')

/** As much of a catalogue as packs are judged by: it knows TST-C01 alone. */
export const testCatalogue = {
  certifications: [{ id: 'test', tier: 'associate', versions: [makeVersion()] }],
} as unknown as Catalogue

export const packYaml = `examCode: TST-C01
programme: test
title: Test pool
purpose: practice
licence: CC-BY-4.0
assumes:
  - Tasks count the same.
`

/** A sound item as its author writes it; lines of `more` are added at the end. */
export const itemYaml = (id: string, more = ''): string => `- id: ${id}
  kind: multiple-choice
  stem: |
    A theatre keeps recordings of ${id} in Amazon S3 and wants old versions back after an accident.
    Which solution meets these requirements?
  options:
    - text: Turn on versioning for the bucket of ${id}
      key: true
      rationale: Old versions stay and can be restored.
    - text: Move the recordings to another storage class
      key: false
      rationale: A storage class keeps no old versions.
      misconception: Colder classes keep history.
    - text: Encrypt the recordings with a managed key
      key: false
      rationale: Encryption does not bring back what is gone.
      misconception: Encrypted data cannot be lost.
    - text: Spread the recordings over several folders
      key: false
      rationale: Folders keep no old versions.
      misconception: More folders mean more copies.
  task: "1.1"
  cognitive: apply
  services: [s3]
  references:
    - title: Versioning
      url: https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html
      checked: 2026-11-24
  validFrom: 2026-11-24
  angoff: 0.62
  origin: { by: model, on: 2026-11-24 }
${more}`

/** Writes files into a new folder of packs; \`remove` deletes it. */
export function writePacks(files: Readonly<Record<string, string>>): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-packs-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
