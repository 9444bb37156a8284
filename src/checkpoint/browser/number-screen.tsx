import { useState } from 'preact/hooks'
import { parseNumber } from '../../permits/code/number.ts'
import { fieldOf } from './form-field.ts'

interface NumberProps {
  isOnline: boolean
  onNumber: (number: string) => Promise<void>
  onBack: () => void
}

/** For a number read out over the radio, or a code too damaged to scan. */
export function NumberScreen({ isOnline, onNumber, onBack }: NumberProps) {
  const [trouble, setTrouble] = useState('')
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: Event) => {
    event.preventDefault()
    const number = parseNumber(fieldOf(event, 'number'))
    if (number === undefined) {
      setTrouble('Số giấy có 8 chữ và số, không có 0, 1, I, L, O, U. Ví dụ: 7KX2-M9PQ.')
      return
    }
    setBusy(true)
    await onNumber(number)
    setBusy(false)
  }
  return (
    <main class="sheet">
      <h1>Nhập số giấy</h1>
      <p>
        Số in dưới mã QR.
        {!isOnline && ' Đang mất sóng: chỉ biết được số đã bị thu hồi hay chưa.'}
      </p>
      <form onSubmit={(event) => void submit(event)}>
        <label>
          Số giấy
          <input
            ref={(field: HTMLInputElement | null) => field?.focus()}
            name="number"
            class="code large"
            required
            maxlength={12}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            placeholder="7KX2-M9PQ"
          />
        </label>
        <p class="trouble" role="alert">
          {trouble}
        </p>
        <button class="main" disabled={isBusy}>
          {isBusy ? 'Đang tra…' : 'Tra số giấy'}
        </button>
        <button type="button" class="plain" onClick={onBack}>
          Quay lại quét mã
        </button>
      </form>
    </main>
  )
}
