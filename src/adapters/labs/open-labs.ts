import type { Ports } from '../../application/ports.ts'
import { cedar } from './cedar.ts'
import { loadLabs } from './load-labs.ts'
import { labDocuments } from './read-document.ts'
import { userCode } from './run-user-code.ts'
import { openTemplateValidator } from './template-validator.ts'

/** What labs need of the outside apart from the store. */
export type LabSide = Pick<
  Ports,
  'labShelf' | 'labDocuments' | 'userCode' | 'policyLanguage' | 'templateValidator'
>

/** Labs below folders of packs, and what reads and runs a person's files; nothing is loaded before it is used. */
export const openLabs = (packFolders: readonly string[]): LabSide => ({
  labShelf: loadLabs(packFolders),
  labDocuments,
  userCode,
  policyLanguage: cedar,
  templateValidator: openTemplateValidator(),
})
