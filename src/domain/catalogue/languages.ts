const names: Readonly<Record<string, string>> = {
  ar: 'Arabic',
  de: 'German',
  en: 'English',
  es: 'Spanish',
  'es-419': 'Latin American Spanish',
  'es-ES': 'European Spanish',
  fr: 'French',
  id: 'Indonesian',
  it: 'Italian',
  ja: 'Japanese',
  ko: 'Korean',
  'pt-BR': 'Brazilian Portuguese',
  zh: 'Chinese',
  'zh-Hans': 'Simplified Chinese',
  'zh-Hant': 'Traditional Chinese',
}

/** The English name of a language tag that exams use; another tag is returned as it is. @example languageName('zh-Hans') // 'Simplified Chinese' */
export const languageName = (tag: string): string => names[tag] ?? tag

/** Joins words as English prose does. @example listInWords(['a', 'b', 'c']) // 'a, b and c' */
export function listInWords(words: readonly string[]): string {
  if (words.length <= 1) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
