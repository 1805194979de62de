import { statusOf } from '../../domain/catalogue/status.ts'
import type { Catalogue, Certification } from '../../domain/catalogue/types.ts'
import type { Path } from './catalogue-yaml.ts'
import type { RouteModelFile } from './route-model-schema.ts'

/** A fault that only the whole shows: where it stands, and what to do. */
export type ModelFault = { readonly path: Path; readonly text: string }

type Visit = (path: Path, value: unknown) => readonly ModelFault[]

/** Visits every value of the file, from the top down. */
function visitAll(value: unknown, path: Path, visit: Visit): readonly ModelFault[] {
  const own = visit(path, value)
  if (typeof value !== 'object' || value === null) return own
  const inner = Object.entries(value).flatMap(([key, child]) => visitAll(child, [...path, key], visit))
  return [...own, ...inner]
}

function checkSources(file: RouteModelFile, { sources }: Catalogue): readonly ModelFault[] {
  const known = new Set(sources.map(({ id }) => id))
  return visitAll(file, [], (path, value) => {
    if (path.at(-2) !== 'sources' || typeof value !== 'string' || known.has(value)) return []
    return [{ path, text: `source "${value}" is not in sources.yaml. Add it there, or correct the id.` }]
  })
}

/** Every place that names certifications: the path, and the ids that stand there. */
function namedCertifications(file: RouteModelFile): readonly { readonly path: Path; readonly id: string }[] {
  const keys = (path: Path, record: object) => Object.keys(record).map((id) => ({ path: [...path, id], id }))
  const list = (path: Path, ids: readonly string[]) =>
    ids.map((id, index) => ({ path: [...path, index], id }))
  return [
    ...keys(['certifications'], file.certifications),
    ...file.sharedSkills.flatMap(({ knows, helps }, index) => [
      { path: ['sharedSkills', index, 'knows'], id: knows },
      { path: ['sharedSkills', index, 'helps'], id: helps },
    ]),
    ...Object.entries(file.certifications).flatMap(([id, { foundation, outgrown }]) => [
      ...list(['certifications', id, 'foundation', 'anyOf'], foundation?.anyOf ?? []),
      ...list(['certifications', id, 'outgrown'], outgrown?.inFavourOf ? [outgrown.inFavourOf] : []),
    ]),
    ...Object.entries(file.roles).flatMap(([id, { values, formerly }]) => [
      ...keys(['roles', id, 'values'], values),
      ...list(['roles', id, 'formerly'], formerly),
    ]),
    ...Object.entries(file.fields).flatMap(([id, { values, formerly }]) => [
      ...keys(['fields', id, 'values'], values),
      ...list(['fields', id, 'formerly'], formerly),
    ]),
    ...Object.entries(file.areas).flatMap(([id, { shares }]) => keys(['areas', id, 'shares'], shares)),
  ]
}

function checkCertifications(file: RouteModelFile, { certifications }: Catalogue): readonly ModelFault[] {
  const known = new Set(certifications.map(({ id }) => id))
  return namedCertifications(file)
    .filter(({ id }) => !known.has(id))
    .map(({ path, id }) => ({
      path,
      text: `"${id}" is not a certification of the catalogue. Correct the id, or remove the line.`,
    }))
}

/** Whatever can be sat needs its table, and a table its reading for each domain of the newest version. */
function checkTables(file: RouteModelFile, { certifications, recordedOn }: Catalogue): readonly ModelFault[] {
  return certifications
    .filter((certification) => statusOf(certification, recordedOn) !== 'retired')
    .flatMap((certification) => checkTable(file, certification))
}

function checkTable(file: RouteModelFile, { id, versions }: Certification): readonly ModelFault[] {
  const table = file.certifications[id]
  if (table === undefined) {
    return [
      {
        path: ['certifications'],
        text: `"${id}" can be sat but has no entry. Add its hours, reading and practice.`,
      },
    ]
  }
  const domains = versions.at(-1)?.domains.map(({ number }) => number) ?? []
  const read = table.reading.map(({ domain }) => domain)
  const missing = domains
    .filter((domain) => !read.includes(domain))
    .map((domain) => ({
      path: ['certifications', id, 'reading'],
      text: `domain ${domain} of ${versions.at(-1)!.examCode} has nothing to read. Add a line for it.`,
    }))
  const surplus = read.flatMap((domain, index) =>
    domains.includes(domain)
      ? []
      : [
          {
            path: ['certifications', id, 'reading', index, 'domain'],
            text: `${versions.at(-1)!.examCode} has no domain ${domain}. Correct the number.`,
          },
        ],
  )
  return [...missing, ...surplus]
}

function checkDocuments({ certifications, documents }: RouteModelFile): readonly ModelFault[] {
  return Object.entries(certifications).flatMap(([id, { reading }]) =>
    reading.flatMap(({ documents: read }, line) =>
      read
        .filter((document) => !(document in documents))
        .map((document) => ({
          path: ['certifications', id, 'reading', line, 'documents'],
          text: `"${document}" is not one of the documents. Add it under documents, or correct the id.`,
        })),
    ),
  )
}

function checkSkills({ sharedSkills }: RouteModelFile): readonly ModelFault[] {
  const seen = new Set<string>()
  return sharedSkills.flatMap(({ knows, helps }, index) => {
    const path = ['sharedSkills', index]
    if (knows === helps) return [{ path, text: `"${knows}" cannot help itself. Remove the line.` }]
    const pair = `${knows} ${helps}`
    const repeated = seen.has(pair)
    seen.add(pair)
    return repeated ? [{ path, text: `${knows} helps ${helps} twice. Keep one line.` }] : []
  })
}

/** The last band must fit everyone, and a band of less experience never need fewer hours. */
function checkBands({ experience }: RouteModelFile): readonly ModelFault[] {
  const last = experience.length - 1
  const gaps = Object.entries(experience[last]!.from)
    .filter(([, { awsYears }]) => awsYears !== 0)
    .map(([tier]) => ({
      path: ['experience', last, 'from', tier],
      text: 'the last band must fit everyone. Write awsYears: 0.',
    }))
  const falls = experience.flatMap(({ multiplier }, index) => {
    const before = experience[index - 1]
    return before !== undefined && before.multiplier > multiplier
      ? [
          {
            path: ['experience', index, 'multiplier'],
            text: `less experience cannot take fewer hours than ${before.name}. Raise the multiplier.`,
          },
        ]
      : []
  })
  return [...gaps, ...falls]
}

const againstCatalogue = (file: RouteModelFile, catalogue: Catalogue): readonly ModelFault[] => [
  ...checkSources(file, catalogue),
  ...checkCertifications(file, catalogue),
  ...checkTables(file, catalogue),
]

/**
 * Checks what a schema cannot: that documents exist, that bands and shared skills make sense, and, against a catalogue, that
 * ids, sources and domains exist and that every certification which can be sat has its table.
 */
export const checkRouteModel = (file: RouteModelFile, catalogue: Catalogue | null): readonly ModelFault[] => [
  ...(catalogue === null ? [] : againstCatalogue(file, catalogue)),
  ...checkDocuments(file),
  ...checkSkills(file),
  ...checkBands(file),
]
