import { describe, expect, test } from 'vitest'
import { makeItem } from '../item/item.fixture.ts'
import { lintAlsoFor, placeAlso } from './place-also.ts'
import { makeVersion } from './version.fixture.ts'

const version = makeVersion()
const [domain] = version.domains
const task = domain?.tasks[0]?.number ?? ''
const shared = makeItem({ alsoFor: [{ examCode: version.examCode, task }] })

describe('an item that serves another exam too', () => {
  test('stands there under that exam’s domain and task, with its identifier and content', () => {
    expect(placeAlso({ ...shared, domain: 9, task: null }, version)).toEqual({
      ...shared,
      domain: domain?.number,
      task,
    })
  })

  test('stands in no exam that it does not name, and at no task that the exam does not have', () => {
    expect(placeAlso(makeItem({ alsoFor: [] }), version)).toBeUndefined()
    expect(
      placeAlso({ ...shared, alsoFor: [{ ...shared.alsoFor[0]!, task: '99.1' }] }, version),
    ).toBeUndefined()
  })

  test('is refused where the other exam, its task or its kind do not exist', () => {
    const rules = (alsoFor: typeof shared.alsoFor, versions = [version]) =>
      lintAlsoFor({ ...shared, alsoFor }, versions).map(({ rule, path }) => `${rule} ${path.join('.')}`)
    expect(rules(shared.alsoFor)).toEqual([])
    expect(rules([...shared.alsoFor, { examCode: 'XYZ-C01', task }])).toEqual(['also-for-unknown alsoFor.1'])
    expect(rules([{ examCode: version.examCode, task: '99.1' }])).toEqual(['also-for-unknown alsoFor.0'])
    expect(rules(shared.alsoFor, [makeVersion({ itemKinds: ['ordering'] })])).toEqual([
      'also-for-unknown alsoFor.0',
    ])
  })
})
