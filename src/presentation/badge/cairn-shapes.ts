import type { Box } from '../charts/stone.ts'
import { badgeCentre, filled, type Shape } from './shape.ts'

/** The stones of the cairn from the bottom up: width, height, and how far each lies from the middle. */
const stones = [
  { width: 196, height: 66, shift: -2 },
  { width: 150, height: 54, shift: 7 },
  { width: 108, height: 46, shift: -6 },
  { width: 70, height: 46, shift: 4 },
] as const

/** A pebble in a box: rounder than a stone of the charts, its back a little to one side. */
export function pebble({ x, y, width, height }: Box, lean: number): string {
  const at = (across: number, down: number): string =>
    `${Math.round((x + width * across) * 10) / 10} ${Math.round((y + height * down) * 10) / 10}`
  const crown = 0.5 + lean
  return [
    `M${at(0, 0.56)}`,
    `C${at(0, 0.2)} ${at(crown - 0.32, 0)} ${at(crown, 0)}`,
    `C${at(crown + 0.32, 0)} ${at(1, 0.16)} ${at(1, 0.54)}`,
    `C${at(1, 0.88)} ${at(0.8, 1)} ${at(0.5 - lean, 1)}`,
    `C${at(0.2, 1)} ${at(0, 0.9)} ${at(0, 0.56)}Z`,
  ].join('')
}

/** Draws a cairn of four stones that stands on a line; the paints are those of its stones from the bottom up. */
export function drawCairn(paints: readonly string[], base: number): readonly Shape[] {
  let bottom = base
  return stones.flatMap(({ width, height, shift }, index) => {
    const box = { x: badgeCentre + shift - width / 2, y: bottom - height, width, height }
    bottom -= height - 5
    const paint = paints[index] ?? '#857d70'
    const lean = index % 2 === 0 ? 0.06 : -0.07
    const light = {
      x: box.x + width * 0.16,
      y: box.y + height * 0.1,
      width: width * 0.56,
      height: height * 0.34,
    }
    return [filled(pebble(box, lean), paint), filled(pebble(light, lean), '#ffffff', { opacity: 0.16 })]
  })
}
