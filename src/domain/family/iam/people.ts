import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Named } from '../parts/businesses.ts'
import { pick } from '../parts/draw.ts'

const inPascalCase = (slug: string): string =>
  slug
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')

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

const roleForms: readonly ((slug: string) => string)[] = [
  (slug) => `${slug}-task-role`,
  (slug) => `${slug}-job`,
  (slug) => `${slug}-prod`,
  (slug) => `app-${slug}`,
  (slug) => `${inPascalCase(slug)}Service`,
  (slug) => `${inPascalCase(slug)}Runner`,
]

/** A role of one system, as teams name roles. @example roleOf(seededRandom('1'), system) // 'batches-task-role' */
export const roleOf = (random: SeededRandom, { slug }: Named): string => pick(random, roleForms)(slug)

/** A user's name. @example drawUserName(seededRandom('1')) // 'hugo' */
export const drawUserName = (random: SeededRandom): string => pick(random, userNames)
