/** One line of lettering as strokes of one weight, and how wide it is. */
export type Lettering = { readonly path: string; readonly width: number }

/** Height of a capital, and the gap between two, in units of the drawings below. */
const capital = 14
const gap = 4.2
const space = 5.5

/**
 * Capitals and figures as single strokes with round ends, as cut into stone: width, then a path with the capital's height
 * from 0 (top) to 14 (base line). They are drawn, not set, so that every picture looks the same without any font.
 */
const glyphs: Readonly<Record<string, readonly [width: number, path: string]>> = {
  A: [10, 'M0 14L5 0L10 14M1.8 9.5L8.2 9.5'],
  B: [9, 'M0 0L0 14L5 14Q9 14 9 10.2Q9 6.6 5 6.6L0 6.6M0 0L4.6 0Q8.2 0 8.2 3.3Q8.2 6.6 4.6 6.6'],
  C: [10, 'M10 2.6Q8.4 0 5.4 0Q0 0 0 7Q0 14 5.4 14Q8.4 14 10 11.4'],
  D: [10, 'M0 0L0 14L4 14Q10 14 10 7Q10 0 4 0L0 0'],
  E: [8, 'M8 0L0 0L0 14L8 14M0 6.8L6.6 6.8'],
  F: [7.5, 'M7.5 0L0 0L0 14M0 6.9L6.2 6.9'],
  G: [10.5, 'M10 2.6Q8.4 0 5.4 0Q0 0 0 7Q0 14 5.6 14Q10.5 14 10.5 8.6L10.5 7.4L6.2 7.4'],
  H: [10, 'M0 0L0 14M10 0L10 14M0 6.9L10 6.9'],
  I: [0, 'M0 0L0 14'],
  J: [6.5, 'M6.5 0L6.5 9.8Q6.5 14 3 14Q0.6 14 0 11.6'],
  K: [9, 'M0 0L0 14M8.6 0L0 8.4M3 5.6L9 14'],
  L: [7.5, 'M0 0L0 14L7.5 14'],
  M: [12, 'M0 14L0 0L6 9.5L12 0L12 14'],
  N: [10, 'M0 14L0 0L10 14L10 0'],
  O: [11, 'M0 7Q0 0 5.5 0Q11 0 11 7Q11 14 5.5 14Q0 14 0 7'],
  P: [8.5, 'M0 14L0 0L4.8 0Q8.5 0 8.5 3.9Q8.5 7.8 4.8 7.8L0 7.8'],
  Q: [11, 'M0 7Q0 0 5.5 0Q11 0 11 7Q11 14 5.5 14Q0 14 0 7M7 10.4L11 14.6'],
  R: [9, 'M0 14L0 0L4.8 0Q8.5 0 8.5 3.9Q8.5 7.8 4.8 7.8L0 7.8M4.4 7.8L9 14'],
  S: [8.5, 'M8.2 2.4Q7 0 4.2 0Q0.4 0 0.4 3.4Q0.4 6 4.3 6.8Q8.5 7.7 8.5 10.5Q8.5 14 4.3 14Q1.2 14 0 11.4'],
  T: [9, 'M0 0L9 0M4.5 0L4.5 14'],
  U: [10, 'M0 0L0 8.6Q0 14 5 14Q10 14 10 8.6L10 0'],
  V: [10, 'M0 0L5 14L10 0'],
  W: [14, 'M0 0L3.6 14L7 2.4L10.4 14L14 0'],
  X: [9.5, 'M0 0L9.5 14M9.5 0L0 14'],
  Y: [9.5, 'M0 0L4.75 6.8L9.5 0M4.75 6.8L4.75 14'],
  Z: [9, 'M0 0L9 0L0 14L9 14'],
  '0': [9, 'M0 7Q0 0 4.5 0Q9 0 9 7Q9 14 4.5 14Q0 14 0 7'],
  '1': [4.5, 'M0 2.6L4.5 0L4.5 14'],
  '2': [8.5, 'M0 3.2Q0.6 0 4.2 0Q8 0 8 3.6Q8 6 5.4 8.4L0 14L8.5 14'],
  '3': [8.5, 'M0.2 2.4Q1.2 0 4 0Q7.8 0 7.8 3.3Q7.8 6.6 4 6.6Q8.5 6.6 8.5 10.2Q8.5 14 4.1 14Q0.9 14 0 11.4'],
  '4': [9, 'M6.8 14L6.8 0L0 10L9 10'],
  '5': [8.5, 'M7.6 0L1 0L0.5 6.4Q2 5.2 4.2 5.2Q8.5 5.2 8.5 9.5Q8.5 14 4.1 14Q1 14 0 11.6'],
  '6': [9, 'M7.8 1.6Q6.6 0 4.8 0Q0 0 0 8.6Q0 14 4.6 14Q9 14 9 9.6Q9 5.6 4.8 5.6Q1 5.6 0.2 9'],
  '7': [8.5, 'M0 0L8.5 0L3 14'],
  '8': [
    8.5,
    'M4.25 6.6Q0.6 6.6 0.6 3.3Q0.6 0 4.25 0Q7.9 0 7.9 3.3Q7.9 6.6 4.25 6.6Q0 6.6 0 10.3Q0 14 4.25 14Q8.5 14 8.5 10.3Q8.5 6.6 4.25 6.6',
  ],
  '9': [9, 'M1.2 12.4Q2.4 14 4.2 14Q9 14 9 5.4Q9 0 4.4 0Q0 0 0 4.4Q0 8.4 4.2 8.4Q8 8.4 8.8 5'],
  '-': [6, 'M0.8 7.6L5.2 7.6'],
  ',': [1, 'M0.8 13.6L0 16.4'],
  '.': [0, 'M0 13.8L0.1 13.8'],
  ':': [0, 'M0 5L0.1 5M0 12.4L0.1 12.4'],
  "'": [0, 'M0 0L0 3.4'],
  '/': [6, 'M6 -1L0 15'],
  '(': [3, 'M3 -1Q0 2 0 7Q0 12 3 15'],
  ')': [3, 'M0 -1Q3 2 3 7Q3 12 0 15'],
  '&': [
    10,
    'M10 14L2.4 4.6Q0.8 2.4 2.4 1Q3.4 0 4.8 0Q7.6 0 7.6 2.8Q7.6 5 4 6.8Q0 8.8 0 11Q0 14 4 14Q8 14 9.4 8.4',
  ],
  '+': [8, 'M0 7.6L8 7.6M4 3.6L4 11.6'],
}

/** The text in the capitals that there are: accents and what has no drawing are left out. @example letters('é-1') // 'E-1' */
const letters = (text: string): string[] =>
  [...text.normalize('NFD').toUpperCase()].filter((letter) => letter === ' ' || letter in glyphs)

const rounded = (value: number): number => Math.round(value * 100) / 100

/** Moves and scales the points of a path; its commands take pairs of absolute coordinates only. */
const placed = (path: string, { x, y, scale }: { x: number; y: number; scale: number }): string => {
  let isX = false
  return path
    .replace(/-?[\d.]+/g, (digits) => {
      isX = !isX
      return String(rounded(Number(digits) * scale + (isX ? x : y)))
    })
    .replace(/(\d)(?=-)/g, '$1 ')
}

/**
 * Draws a line of text in capitals, its left edge at 0 and its base line at `baseline`.
 *
 * @param size height of a capital in user units
 */
export function drawLetters(
  text: string,
  options: { readonly size: number; readonly x: number; readonly baseline: number },
): Lettering {
  const scale = options.size / capital
  let x = 0
  const paths = letters(text).map((letter) => {
    const [width, path] = letter === ' ' ? [space - gap, ''] : (glyphs[letter] ?? [0, ''])
    const drawn = placed(path, { x: options.x + x * scale, y: options.baseline - options.size, scale })
    x += width + gap
    return drawn
  })
  return { path: paths.join(''), width: Math.max(0, x - gap) * scale }
}

/** Breaks a text into lines no wider than `width`, at its spaces. */
export function breakLetters(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const longer = [...lines.slice(-1), word].join(' ')
    if (lines.length > 0 && drawLetters(longer, { size, x: 0, baseline: 0 }).width <= width)
      lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
