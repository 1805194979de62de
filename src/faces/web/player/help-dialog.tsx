import { CloseButton, Dialog } from '../parts/dialog.tsx'
import { keyHelp } from './keyboard.ts'
import type { PlayerKeys } from './use-player-keys.ts'

type Props = { readonly keys: PlayerKeys; readonly study: boolean; readonly onClose: () => void }

/** The keys, and the switch that turns single letters off. */
export function HelpDialog({ keys, study, onClose }: Props) {
  const shown = keyHelp.filter(({ onlyStudy }) => study || !onlyStudy)
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl class="key-list">
        {shown.map(({ keys: names, does }) => (
          <div key={does}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label class="choice">
        <input
          type="checkbox"
          checked={keys.singleKeys}
          onChange={(event) => keys.setSingleKeys(event.currentTarget.checked)}
        />
        Single-letter keys work (Alt+N and Alt+P always do)
      </label>
      <div class="dialog-end">
        <CloseButton look="primary">Close</CloseButton>
      </div>
    </Dialog>
  )
}
