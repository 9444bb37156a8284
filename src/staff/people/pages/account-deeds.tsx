import type { stateOf } from '../account-state.ts'

interface AccountDeedsProps {
  csrf: string
  path: string
  state: ReturnType<typeof stateOf>['state']
  /** Why this administrator may not, in place of the buttons. */
  barred?: string | undefined
  inHand: number
  sessions: number
}

/** What is done to the account itself, each with what follows from it. */
export const AccountDeeds = ({ csrf, path, state, barred, inHand, sessions }: AccountDeedsProps) => {
  if (barred !== undefined) return <p class="soft">{barred}</p>
  const isDisabled = state === 'disabled' || state === 'unused'
  const button = (deed: string, label: string, tone?: string) => (
    <form method="post" action={`${path}/${deed}`}>
      <input type="hidden" name="csrf" value={csrf} />
      <button type="submit" class={tone}>
        {label}
      </button>
    </form>
  )
  if (isDisabled) {
    return (
      <>
        <p>Mở khóa thì người này đăng nhập lại được bằng mật khẩu cũ, với những vai trò đang có hiệu lực.</p>
        {button('enable', 'Mở khóa tài khoản')}
      </>
    )
  }
  const isInvited = state === 'invited' || state === 'lapsed'
  return (
    <>
      {isInvited ? (
        <div class="move">
          <p>Liên kết cũ hết dùng ngay khi có liên kết mới.</p>
          {button('link', 'Cấp liên kết mới', 'plain')}
        </div>
      ) : (
        <details>
          <summary>Cấp liên kết đặt lại mật khẩu</summary>
          <p>
            Khi quên hoặc lộ mật khẩu. Mật khẩu cũ hết dùng ngay, {sessionWords(sessions)}. Người này vào lại được sau
            khi mở liên kết và đặt mật khẩu mới.
          </p>
          {button('link', 'Cấp liên kết mới', 'plain')}
        </details>
      )}
      {sessions > 0 && (
        <details>
          <summary>Đăng xuất mọi nơi ({sessions})</summary>
          <p>Dùng khi mất máy. Mật khẩu giữ nguyên, người này đăng nhập lại được ngay.</p>
          {button('sessions', 'Đăng xuất mọi nơi', 'plain')}
        </details>
      )}
      <details>
        <summary class="danger">Khóa tài khoản</summary>
        <p>
          Người này không đăng nhập được nữa, {sessionWords(sessions)}.{' '}
          {inHand > 0
            ? `${inHand} hồ sơ người này đang thụ lý vẫn đứng tên họ: xin giao cho người khác.`
            : 'Người này không thụ lý hồ sơ nào.'}{' '}
          Những việc đã làm vẫn còn nguyên. Lúc nào cũng mở khóa lại được.
        </p>
        {button('disable', 'Khóa tài khoản', 'danger')}
      </details>
    </>
  )
}

const sessionWords = (sessions: number): string =>
  sessions > 0 ? `${sessions} phiên đang mở bị đăng xuất` : 'hiện không có phiên nào đang mở'
