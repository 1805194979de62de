import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import { judgeDocument } from './judge.ts'
import { readGuard } from './read-guard.ts'

const bucket = (properties: JsonObject) => ({
  Resources: { Data: { Type: 'AWS::S3::Bucket', Properties: properties } },
})

/** The statuses of all rules, in order. */
function judged(rules: string, document: object): string {
  const read = readGuard(rules)
  if (!read.ok) return `${read.error.line}: ${read.error.text}`
  const verdicts = judgeDocument(read.value, document as never)
  return verdicts.ok
    ? verdicts.value.map(({ status }) => status).join()
    : `${verdicts.error.line}: ${verdicts.error.text}`
}

const rule = (body: string): string => `rule r { ${body} }`

describe('clauses', () => {
  test.each([
    ['Name == "a"', { Name: 'a' }, 'PASS'],
    ['Name == "a"', { Name: 'b' }, 'FAIL'],
    ['Name != "a"', { Name: 'b' }, 'PASS'],
    ['not Name == "a"', { Name: 'b' }, 'PASS'],
    ['Name == "a"', {}, 'FAIL'],
    ['Name != "a"', {}, 'FAIL'],
    ['Name exists', {}, 'FAIL'],
    ['Name !exists', {}, 'PASS'],
    ['not Name exists', {}, 'PASS'],
    ['Name exists or Other exists', { Other: 1 }, 'PASS'],
    ['Name == /^a+$/', { Name: 'aaa' }, 'PASS'],
    ['Name == /(?i)^A$/', { Name: 'a' }, 'PASS'],
    ['Size >= 3', { Size: 3 }, 'PASS'],
    ['Size < 3', { Size: 3 }, 'FAIL'],
    ['Size in r[1, 5)', { Size: 5 }, 'FAIL'],
    ['Size in r[1, 5]', { Size: 5 }, 'PASS'],
    ['Size in [1, 2]', { Size: 2 }, 'PASS'],
    ['Size not in [1, 2]', { Size: 2 }, 'FAIL'],
    ['On == true', { On: 'true' }, 'FAIL'],
    ['On != true', { On: 'true' }, 'FAIL'],
    ['Names == "a"', { Names: ['a', 'a'] }, 'PASS'],
    ['Names == "a"', { Names: ['a', 'b'] }, 'FAIL'],
    ['some Names == "a"', { Names: ['b', 'a'] }, 'PASS'],
    ['Names == ["a", "b"]', { Names: ['a', 'b'] }, 'PASS'],
    ['Names == ["a", /^b/]', { Names: ['a', 'bc'] }, 'PASS'],
    ['Names[1] == "b"', { Names: ['a', 'b'] }, 'PASS'],
    ['Names[*] in ["a"]', { Names: [] }, 'SKIP'],
    ['Names empty', { Names: [] }, 'PASS'],
    ['Names !empty', { Names: [] }, 'FAIL'],
    ['Names empty', {}, 'PASS'],
    ['Names is_list', { Names: {} }, 'FAIL'],
    ['Names is_struct', { Names: {} }, 'PASS'],
    ['Whole == { a: [1, 2], b: null }', { Whole: { b: null, a: [1, 2] } }, 'PASS'],
    ['name == "a"', { Name: 'a' }, 'PASS'],
    ["'odd key' exists", { 'odd key': 1 }, 'PASS'],
    ['this is_struct', {}, 'PASS'],
  ])('%s on %j gives %s', (clause, document, status) => {
    expect(judged(rule(clause), document)).toBe(status)
  })
})

describe('selections', () => {
  const two = {
    Resources: {
      A: { Type: 'AWS::S3::Bucket', Properties: { Safe: true } },
      B: { Type: 'AWS::S3::Bucket', Properties: { Safe: false } },
      C: { Type: 'AWS::SNS::Topic' },
    },
  }

  test.each([
    [
      'a filter selects, and each must hold',
      "let b = Resources.*[ Type == 'AWS::S3::Bucket' ] rule r { %b.Properties.Safe == true }",
      'FAIL',
    ],
    [
      'one is enough behind some',
      "let b = Resources.*[ Type == 'AWS::S3::Bucket' ] rule r { some %b.Properties.Safe == true }",
      'PASS',
    ],
    [
      'a selection without values skips its rule',
      "let q = Resources.*[ Type == 'AWS::SQS::Queue' ] rule r when %q !empty { %q.X exists }",
      'SKIP',
    ],
    [
      'a selection can be asked to be empty',
      "let q = Resources.*[ Type == 'AWS::SQS::Queue' ] rule r { %q empty }",
      'PASS',
    ],
    [
      'a filter of two lines needs both',
      'let b = Resources.*[ Type == /Bucket/\n Properties.Safe == true ]\nlet n = count(%b) rule r { %n == 1 }',
      'PASS',
    ],
    [
      'a function counts what was selected',
      'let b = Resources.*[ Type == /Bucket/ ]\nlet n = count(%b)\nrule r { %n == 2 }',
      'PASS',
    ],
    ['a block over a type', 'rule r { AWS::S3::Bucket { Properties.Safe exists } }', 'PASS'],
    [
      'a block over a type with a condition',
      'rule r { AWS::S3::Bucket when Properties.Safe == true { Properties.Safe exists } }',
      'PASS',
    ],
    ['keys select', 'rule r { Resources[ keys == /^[AB]$/ ].Properties.Safe exists }', 'PASS'],
    [
      'keys in a list that a variable holds',
      'let names = ["C"] rule r { Resources[ keys in %names ].Properties !exists }',
      'PASS',
    ],
    ['a block of what is missing fails', 'rule r { Resources.*.Properties { Safe exists } }', 'FAIL'],
    [
      'a rule that another names',
      'rule a { Resources exists } rule b when a { Nothing exists } rule c when !a { Nothing exists }',
      'PASS,FAIL,SKIP',
    ],
    [
      'a rule with a parameter',
      'rule safe(x) { %x.Safe == true } rule r { Resources.*[ Type == /Bucket/ ] { safe(Properties) } }',
      'FAIL',
    ],
    [
      'a variable of a block stands for its own value',
      'rule r { Resources.* { let t = Type %t exists } }',
      'PASS',
    ],
  ])('%s', (_, rules, status) => {
    expect(judged(rules, two)).toBe(status)
  })

  test('a failing clause is named, or says its message', () => {
    const read = readGuard(
      'rule r { Resources.*.Properties.Safe == true <<Buckets must be\n safe>> Name exists }',
    )
    if (!read.ok) throw new Error(read.error.text)
    const verdicts = judgeDocument(read.value, bucket({ Safe: false }))
    expect(verdicts).toMatchObject({
      value: [{ rule: 'r', failures: ['Buckets must be safe', 'Name exists does not hold'] }],
    })
  })
})

describe('texts that cannot be read or judged', () => {
  test.each([
    ['', '1: there is no rule'],
    ['# nothing but a comment', '1: there is no rule'],
    ['rule', '1: "rule" needs a name'],
    ['rule r {\n  Name exists\n', '3: a block does not end'],
    ['rule r {\n Name == }', '2: a value or a query is missing'],
    ['rule r { Name. exists }', '1: something is missing after "."'],
    ['rule r { Name == "open }', '1: a text in quotes does not end'],
    ['rule r { Name == /[/ }', '1: /[/ is no regular expression'],
    ['rule r { A.B }', '1: a comparison or a block is missing after a query'],
    ['let = 3', '1: "let" needs a name'],
    ['rule r {\n\n  %none exists }', '3: there is no variable %none'],
    ['rule r { other }', '1: there is no rule other with 0 parameters'],
    ['rule r { Name in r[1 }', '1: "," is missing in a range'],
  ])('%j', (rules, expected) => {
    expect(judged(rules, {})).toBe(expected)
  })

  test('an expression that could run for ever is refused', () => {
    expect(judged(rule('Name == /(a+)+$/'), {})).toMatch(/^1: .*repeats a group/)
    expect(judged(rule('Name == /(a|aa)*$/'), {})).toMatch(/^1: .*repeats a group/)
    expect(judged(rule(String.raw`Name == /^(a|b)\.c{2}$/`), { Name: 'a.cc' })).toBe('PASS')
  })

  test('a rule that asks for itself does not run for ever', () => {
    expect(judged('rule a { b } rule b { a }', {})).toMatch(/asks for itself/)
  })
})
