import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { pick } from '../parts/draw.ts'
import type { Setting } from '../parts/setting.ts'

const inPascalCase = (slug: string): string =>
  slug
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')

const roleEndings = ['Operator', 'Runner', 'Editor', 'Support', 'Automation', 'Maintainer'] as const
const userNames = [
  'amina',
  'bjorn',
  'carla',
  'deniz',
  'elif',
  'farid',
  'greta',
  'hugo',
  'ines',
  'jonas',
  'keiko',
  'lwazi',
  'mateo',
  'nadia',
  'oskar',
  'priya',
  'ravi',
  'sofia',
  'tomas',
  'yara',
] as const

/** A role named after a system, as teams name roles. @example drawRoleName(seededRandom('1'), setting) // 'BatchesEditor' */
export const drawRoleName = (random: SeededRandom, setting: Setting): string =>
  `${inPascalCase(pick(random, setting.systems).slug)}${pick(random, roleEndings)}`

/** A user's name. @example drawUserName(seededRandom('1')) // 'hugo' */
export const drawUserName = (random: SeededRandom): string => pick(random, userNames)
