import { type Answer, call } from '../api/client.ts'
import type { Programme } from '../api/types.ts'
import { type Loading, useLoad } from './load.tsx'

let asked: Promise<Answer<Programme>> | null = null

/** Asks once per page load what the installation is; a failure is asked again. */
function fetchProgramme(): Promise<Answer<Programme>> {
  asked ??= call<Programme>('GET', '/programme').then((answer) => {
    if (!answer.ok) asked = null
    return answer
  })
  return asked
}

/** The installation: its packs, its day, its statement of independence. */
export const useProgramme = (): Loading<Programme> => useLoad(fetchProgramme, [])
