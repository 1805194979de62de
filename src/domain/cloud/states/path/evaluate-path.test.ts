import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../json.ts'
import { evaluateSteps } from './evaluate-path.ts'
import { readPath } from './read-path.ts'

const store: JsonObject = {
  books: [
    { title: 'A', price: 5, tags: ['x'] },
    { title: 'B', price: 15 },
    { title: 'C', price: 25, tags: [] },
  ],
  owner: { name: 'Ada', address: { zip: null } },
  list: [1, 2, 3, 4],
  "it's": true,
}

function find(text: string, data: Json = store): Json | undefined {
  const path = readPath(text)
  if (!path.ok) throw new Error(path.error.text)
  return evaluateSteps(path.value.steps, data)
}

describe('paths to one place', () => {
  test.each([
    ['$.owner.name', 'Ada'],
    ['$.owner.address.zip', null],
    ["$['it\\'s']", true],
    ['$.books[1].title', 'B'],
    ['$.list[-1]', 4],
    ['$.owner', store.owner],
    ['$.missing', undefined],
    ['$.owner.name.first', undefined],
    ['$.books[9]', undefined],
    ['$.owner[0]', undefined],
    ['$.books.title', undefined],
    ['$.toString', undefined],
  ])('%s', (text, value) => {
    expect(find(text)).toEqual(value)
  })
})

describe('paths to several places', () => {
  test.each([
    ['$.books[*].title', ['A', 'B', 'C']],
    ['$.books[*].tags', [['x'], []]],
    ['$.list[1:3]', [2, 3]],
    ['$.list[:-1]', [1, 2, 3]],
    ['$.list[::2]', [1, 3]],
    ['$.list[0,3]', [1, 4]],
    ['$.owner.*', ['Ada', { zip: null }]],
    ['$..price', [5, 15, 25]],
    ['$.books[?(@.price > 10)].title', ['B', 'C']],
    ['$.books[?(@.price >= 15 && @.tags)].title', ['C']],
    ["$.books[?(@.title == 'A' || @.price == 25)].price", [5, 25]],
    ['$.books[?(!(@.tags))].title', ['B']],
    ["$.books[?(@.title in ['A','C'])].price", [5, 25]],
    ["$.books[?(@.title nin ['A','C'])].price", [15]],
    ['$.books[?(@.title =~ /[ab]/i)].price', [5, 15]],
    ['$.books[?(@.price < $.list[3])]', []],
    ["$.books[?(@.title != 'A')].title", ['B', 'C']],
    ["$.books[?(@.price == '5')]", []],
    ['$.missing[*]', []],
  ])('%s', (text, values) => {
    expect(find(text)).toEqual(values)
  })

  test('an index after a filter applies to each element that is found', () => {
    expect(find('$.books[?(@.price < 10)][0]')).toEqual([])
    expect(find('$.books[?(@.tags)].tags[0]')).toEqual(['x'])
  })
})

describe('functions at the end of a path', () => {
  test.each([
    ['$.list.length()', 4],
    ['$.owner.length()', 2],
    ['$.owner.name.length()', 3],
    ['$.list.min()', 1],
    ['$.list.max()', 4],
    ['$.list.avg()', 2.5],
    ['$.list.sum()', 10],
    ['$.books[*].price.sum()', 45],
    ['$.books[?(@.price > 10)].length()', 2],
    ['$.owner.sum()', undefined],
    ['$.owner.address.zip.length()', undefined],
  ])('%s', (text, value) => {
    expect(find(text)).toEqual(value)
  })
})

test('a name in brackets finds every member, whatever its name', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'),
      fc.integer(),
      (name, value) => {
        const quoted = name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")
        expect(find(`$['${quoted}']`, { [name]: value })).toBe(value)
      },
    ),
  )
})
