import type { PackSummary } from '../../../application/read-programme.ts'
import { formatCount } from '../../../presentation/formats.ts'
import { itemsInScope, type StartChoice, toggled } from './start-choice.ts'

type Props = {
  readonly pack: PackSummary
  readonly choice: StartChoice
  readonly onChoose: (choice: StartChoice) => void
}

const sources = [
  { id: 'unseen', name: 'Not met before' },
  { id: 'missed', name: 'Missed last time' },
  { id: 'flagged', name: 'Flagged' },
] as const

function DomainChoice({ pack, choice, onChoose }: Props) {
  return (
    <fieldset class="field">
      <legend class="field-label">Domains and tasks</legend>
      <p class="field-help">Nothing ticked means all of them.</p>
      <div class="choices">
        {pack.domains.map((domain) => (
          <div key={domain.number}>
            <label class="choice">
              <input
                type="checkbox"
                checked={choice.domains.includes(domain.number)}
                onChange={() => onChoose({ ...choice, domains: toggled(choice.domains, domain.number) })}
              />
              <span>
                {domain.number}. {domain.name}{' '}
                <span class="soft small">{formatCount(domain.poolSize, 'item')}</span>
              </span>
            </label>
            {domain.tasks.length > 1 ? (
              <TaskChoice domain={domain} choice={choice} onChoose={onChoose} />
            ) : null}
          </div>
        ))}
      </div>
    </fieldset>
  )
}

function TaskChoice({
  domain,
  choice,
  onChoose,
}: Omit<Props, 'pack'> & { readonly domain: PackSummary['domains'][number] }) {
  const chosen = domain.tasks.filter((task) => choice.tasks.includes(task.number)).length
  return (
    <details class="start-tasks">
      <summary>
        Tasks of domain {domain.number}
        {chosen > 0 ? `, ${chosen} chosen` : ''}
      </summary>
      <div class="choices">
        {domain.tasks.map((task) => (
          <label key={task.number} class="choice">
            <input
              type="checkbox"
              checked={choice.tasks.includes(task.number)}
              onChange={() => onChoose({ ...choice, tasks: toggled(choice.tasks, task.number) })}
            />
            <span>
              {task.number} {task.text} <span class="soft small">{formatCount(task.poolSize, 'item')}</span>
            </span>
          </label>
        ))}
      </div>
    </details>
  )
}

function SourceChoice({ choice, onChoose }: Omit<Props, 'pack'>) {
  return (
    <fieldset class="field">
      <legend class="field-label">Which items</legend>
      <p class="field-help">Nothing ticked draws from all, new ones first.</p>
      <div class="choices">
        {sources.map(({ id, name }) => (
          <label key={id} class="choice">
            <input
              type="checkbox"
              checked={choice.from.includes(id)}
              onChange={() => onChoose({ ...choice, from: toggled(choice.from, id) })}
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function NumberField(props: {
  readonly id: string
  readonly name: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly onValue: (value: number) => void
}) {
  const { id, name, value, min, max, onValue } = props
  return (
    <div class="field">
      <label for={id}>{name}</label>
      <input
        id={id}
        class="input start-number"
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        required
        value={value}
        onChange={(event) =>
          onValue(Math.min(max, Math.max(min, Math.round(event.currentTarget.valueAsNumber) || min)))
        }
      />
    </div>
  )
}

/** What a study or custom block is about. */
export function ScopeChoice({ pack, choice, onChoose }: Props) {
  const available = itemsInScope(pack, choice)
  return (
    <div class="start-scope">
      <div>
        <DomainChoice pack={pack} choice={choice} onChoose={onChoose} />
      </div>
      <div class="start-scope-which">
        <NumberField
          id="start-items"
          name="How many items"
          value={choice.items}
          min={1}
          max={Math.min(200, Math.max(1, pack.poolSize))}
          onValue={(items) => onChoose({ ...choice, items })}
        />
        <SourceChoice choice={choice} onChoose={onChoose} />
        <NumberField
          id="start-last"
          name="Leave out items of my last … attempts"
          value={choice.notInLastAttempts}
          min={0}
          max={100}
          onValue={(notInLastAttempts) => onChoose({ ...choice, notInLastAttempts })}
        />
        {choice.items > available ? (
          <p class="note note-attention">
            Only {formatCount(available, 'item')} fit these domains and tasks.
          </p>
        ) : null}
      </div>
    </div>
  )
}
