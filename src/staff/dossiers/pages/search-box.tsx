import { LONGEST_SEARCH } from '../../../casework/search-words.ts'

interface SearchBoxProps {
  csrf: string
  /** What is being looked for. */
  typed?: string
  /** The list it is looked for in, as its address has it behind the question mark. */
  list?: string
}

/** One field for whatever a citizen can say of their dossier. It goes out in a form: names stand in no address. */
export const SearchBox = ({ csrf, typed = '', list = '' }: SearchBoxProps) => (
  <form class="search" method="post" action="/staff/search" role="search">
    <input type="hidden" name="csrf" value={csrf} />
    <input type="hidden" name="list" value={list} />
    <div>
      <label for="typed">Tìm hồ sơ</label>
      <p class="hint" id="hint-typed">
        Mã hồ sơ, họ tên (không dấu cũng được), số điện thoại, số giấy tờ hoặc 4 số cuối, biển số xe, số giấy đã cấp.
      </p>
      <input
        id="typed"
        name="typed"
        type="search"
        value={typed}
        maxLength={LONGEST_SEARCH}
        autoComplete="off"
        aria-describedby="hint-typed"
      />
    </div>
    <button type="submit">Tìm</button>
  </form>
)
