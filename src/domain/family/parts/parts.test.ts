import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { businesses } from './businesses.ts'
import { between, chance, pick, pickSome } from './draw.ts'
import { placedIn } from './placement.ts'
import { drawAccount, drawSetting } from './setting.ts'
import { showJson } from './show-json.ts'
import { bullets, capitalised, counted, inWords, listed, paragraphs, withCommas } from './words.ts'

describe('draws', () => {
  test('stay within their bounds and take each value once', () => {
    const random = seededRandom('draws')
    const some = pickSome(random, [1, 2, 3, 4], 4)
    expect(some.toSorted()).toEqual([1, 2, 3, 4])
    expect(() => pickSome(random, [1], 2)).toThrow(RangeError)
    expect(() => pick(random, [])).toThrow(RangeError)
    const drawn = Array.from({ length: 200 }, () => between(random, 3, 5))
    expect([...new Set(drawn)].toSorted()).toEqual([3, 4, 5])
    expect([chance(random, 0), chance(random, 1)]).toEqual([false, true])
  })

  test('an account is twelve digits and none of those taken', () => {
    const random = seededRandom('accounts')
    const first = drawAccount(random)
    expect(first).toMatch(/^\d{12}$/)
    expect(Array.from({ length: 500 }, () => drawAccount(random, [first]))).not.toContain(first)
  })

  test('a setting has two different records, systems and teams of one organisation', () => {
    for (let seed = 0; seed < 100; seed++) {
      const { business, records, systems, teams } = drawSetting(seededRandom(String(seed)))
      expect(new Set([...records, ...systems].map(({ name }) => name)).size).toBe(4)
      expect(business.teams).toEqual(expect.arrayContaining([...teams]))
    }
  })

  test('organisations have distinct slugs, names that fit into resource names, and an article', () => {
    expect(new Set(businesses.map(({ slug }) => slug)).size).toBe(businesses.length)
    const slugs = businesses.flatMap(({ slug, records, systems }) => [
      slug,
      ...[...records, ...systems].map((each) => each.slug),
    ])
    expect(slugs.filter((slug) => !/^[a-z0-9-]+$/.test(slug))).toEqual([])
    expect(businesses.filter(({ who }) => !/^an? /.test(who))).toEqual([])
  })
})

describe('words', () => {
  test('counts, lists and paragraphs read as prose', () => {
    expect([counted(1, 'shard'), counted(1200, 'shard')]).toEqual(['1 shard', '1,200 shards'])
    expect(listed(['a', 'b'])).toBe('a and b')
    expect(listed(['a', 'b', 'c'], 'or')).toBe('a, b, or c')
    expect([inWords(3), inWords(12), withCommas(12500)]).toEqual(['three', '12', '12,500'])
    expect(paragraphs(['A.', '', 'B.'], '', bullets(['c']))).toBe('A. B.\n\n- c')
    expect(capitalised('a team')).toBe('A team')
  })

  test('a policy is shown as JSON that reads back the same, short lists on one line', () => {
    const document = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: '*' }],
    }
    const shown = showJson(document)
    expect(JSON.parse(shown.replace(/^```json\n|\n```$/g, ''))).toEqual(document)
    expect(shown).toContain('"Action": ["s3:GetObject", "s3:PutObject"],')
  })

  test('a placement is an exam with a task or a domain', () => {
    expect(placedIn('SAA-C03 1.1', 'SAP-C03 2')).toEqual([
      { examCode: 'SAA-C03', domain: 1, task: '1.1' },
      { examCode: 'SAP-C03', domain: 2, task: null },
    ])
    expect(() => placedIn('SAA-C03')).toThrow(RangeError)
  })
})
