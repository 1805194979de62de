const stones = [
  {
    id: 'a',
    tone: 'stone-1',
    d: 'M96 352c-2-30 38-54 122-57 92-3 152 15 154 51 2 33-50 50-138 52-86 2-136-14-138-46z',
  },
  {
    id: 'b',
    tone: 'stone-2',
    d: 'M130 268c1-27 38-44 101-46 66-2 102 12 103 38 1 26-36 39-101 41-65 1-104-8-103-33z',
  },
  {
    id: 'c',
    tone: 'stone-3',
    d: 'M164 199c-2-22 26-37 70-38 46-2 73 8 74 31 1 22-26 33-70 35-44 1-72-6-74-28z',
  },
  {
    id: 'd',
    tone: 'stone-2',
    d: 'M187 139c-1-20 21-32 53-33 35-1 55 10 56 29 1 20-20 30-53 31-33 0-55-7-56-27z',
  },
  {
    id: 'e',
    tone: 'stone-top',
    d: 'M206 82c-1-21 14-34 38-35 26-1 41 11 42 29 1 20-15 30-40 31-24 1-39-6-40-25z',
  },
] as const

/** Patches of lichen: centre and radius of each. */
const lichen = [
  [136, 344, 9],
  [148, 333, 7],
  [152, 347, 5],
  [163, 338, 3.5],
  [142, 358, 3],
  [300, 252, 7],
  [311, 259, 5],
  [312, 247, 3.5],
  [322, 254, 2.5],
  [196, 195, 4],
  [204, 189, 2.5],
] as const

const contours = [
  'M-20 402C60 376 90 300 160 262S330 250 372 306s70 88 150 96',
  'M-20 344c70-20 98-92 166-140s176-58 236 10 80 112 140 118',
  'M-20 284C46 268 78 176 142 128S334 62 404 140s82 122 118 128',
  'M-20 222C40 206 66 118 128 72S352-14 424 72s76 128 98 134',
  'M-20 158C30 144 58 66 112 20S366-90 446 8s60 128 76 134',
] as const

function Stone({ id, tone, d }: (typeof stones)[number]) {
  return (
    <g clip-path={`url(#scene-${id})`}>
      <clipPath id={`scene-${id}`}>
        <path d={d} />
      </clipPath>
      <path class={tone} d={d} />
      <path class="scene-light" d={d} transform="translate(-14 -20)" />
      <path
        class="scene-shade"
        d={`${d}M-40-40v520h560v-520z`}
        transform="translate(6 -9)"
        fill-rule="evenodd"
      />
    </g>
  )
}

/** A cairn on a hillside of contour lines: the sign, large. Decorative. */
export function CairnScene() {
  return (
    <svg class="cairn-scene" viewBox="0 0 480 420" aria-hidden="true">
      <g class="scene-contours">
        {contours.map((d) => (
          <path key={d} d={d} />
        ))}
      </g>
      <ellipse class="scene-ground" cx="238" cy="396" rx="176" ry="15" />
      {stones.map((stone) => (
        <Stone key={stone.id} {...stone} />
      ))}
      <g class="scene-lichen">
        {lichen.map(([cx, cy, r]) => (
          <circle key={`${cx},${cy}`} cx={cx} cy={cy} r={r} />
        ))}
      </g>
    </svg>
  )
}
