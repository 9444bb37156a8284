import { fold } from '../../kernel/text.ts'

/** Family names of the country, of the Khmer, Hoa and highland peoples too. Not complete: nobody is refused for theirs. */
const FAMILIES =
  'nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý lí đinh trương đoàn lâm lương trịnh phùng tô quách thạch kiều tăng châu mai cao hà đào la lưu tống tạ tả điệp diệp khưu khâu kha khà liêu liễu ninh vương thái sơn danh kim neang néang neáng lô lò lỗ quang quàng lục nông ma mã hứa quan quản mạc mắc giang giáng bạch tiêu ung ưng ứng luyện chu cù cư từ thị lai lại nghiêm an ôn triệu triều thiều khổng đống đồng đổng tân âu lữ lư lù lừ phù phú viên thường thượng cầm cẩm khương khuông lợi lôi lồi nhan nhân nhâm y rah ksor siu điêu thào vàng vang giàng hầu tưởng tôn sì si ông chế chề tất mâu mậu tiết sầm trang tráng chướng chương chuông hồng hong kiên kiến bành bàng cổ cồ cô vi vì doãn giáp khiếu mông sùng hạng chảo tẩn phàn lầu tòng quàn lường ngân đới lều trưng tào tín trầm ngụy lãnh thủy uông ân nhữ mẫn khúc ngọ châm hinh kpă kpa rơ rcom rmah niê êban blao điểu thổ bế hoàn đàm đường viêm phó chìu dìu voòng phoòng lỷ sú sín phí'
const MARKED = new Set(FAMILIES.split(' '))
const FOLDED = new Set(FAMILIES.split(' ').map(fold))

const isUnmarked = (word: string): boolean => word.toLowerCase() === fold(word)
const inOrder = (word: string): string => [...word.normalize('NFD')].sort().join('')
const MARKED_IN_ORDER = new Set([...MARKED].map(inOrder))

/** Marks may be missing, but not different: "lệ" is not Lê, nor "không" Khổng. */
export const isFamilyName = (word: string): boolean =>
  isUnmarked(word) ? FOLDED.has(fold(word)) : MARKED_IN_ORDER.has(inOrder(word.toLowerCase()))

/** Words of talk. One alone may be somebody's name ("Được", "Biết"), but not after a word that is no family name. */
const TALK =
  'tui tôi mình tao không ko k hok hông hong hem biết bik hiểu làm gì sao rồi được dc cho nói đợi chưa xin chào cảm cám ơn cứu muốn hỏi để coi nhận lừa máy mấy nhiêu này kia hả à nha đi với chết bận vậy thế nào đâu mất bỏ ít ai thì mà cùng con em mẹ bà ma cha nữa thôi xíu tí chút cái nọ nhé'
const TALK_MARKED = new Set(TALK.split(' ').map(inOrder))
const TALK_FOLDED = new Set(TALK.split(' ').map(fold))

const isOfTalk = (word: string): boolean =>
  isUnmarked(word) ? TALK_FOLDED.has(fold(word)) : TALK_MARKED.has(inOrder(word.toLowerCase()))

/** Family names that are everyday words too: in small letters they begin sentences as well as names. */
const ALSO_WORDS = new Set('ông mai cô từ vì ma lại hong chu thường la tất tưởng phí đồng'.split(' '))
/** Said of what somebody does or wants, beside those of talk. Two of them are no name, one may be. */
const DOING = new Set(
  'đòi mới đặt chịu hết muốn theo hay bị đang sẽ đã cũng vẫn phải nên nếu khi lúc còn cả chọn tính nghĩ kêu gọi hỏi rước tên bữa mốt ra vô lên xuống nói kiếm lấy xin nằm về'.split(
    ' ',
  ),
)

const ALSO_FOLDED = new Set([...ALSO_WORDS].map(fold))
/** Without marks "văn" of a name is "vẫn" too. */
const DOING_FOLDED = new Set([...DOING].map(fold).filter((word) => word !== 'van'))

/** "ông nội đòi coi thầy rồi mới đặt", "mai mốt rồi tính": what begins as a name may, and goes on as none does. */
export function isSentence(typed: string): boolean {
  const [first = '', ...rest] = typed.split(/[\s,]+/)
  if (rest.length < 2 || typed !== typed.toLowerCase() || hasMiddleOfName(typed)) return false
  if (isUnmarked(typed))
    return ALSO_FOLDED.has(first) && rest.filter((it) => DOING_FOLDED.has(it) || TALK_FOLDED.has(it)).length > 2
  return ALSO_WORDS.has(first) && rest.filter((it) => DOING.has(it) || TALK_MARKED.has(inOrder(it))).length > 1
}

/** A sentence where a name belongs: "để tui coi lại", "sao hỏi tên tui". */
export function isTalk(typed: string): boolean {
  const [first = '', ...rest] = typed.split(/\s+/)
  if (isSentence(typed)) return true
  if (isFamilyName(first) || /^[KH]'\p{L}/iu.test(first)) return false
  // "A Sanh", "A Núi": with the Ba Na and Xơ Đăng a man's name begins so.
  const said = first.toLowerCase() === 'a' ? rest : [first, ...rest]
  return said.filter(isOfTalk).length >= (rest.length > 1 ? 2 : 1)
}

/** "bé bỏ", "thương con": two words of which one may be talk. Whose name it is can only be asked. */
export const mayBeName = (typed: string): boolean => {
  const words = typed.split(/\s+/)
  return words.length === 2 && words.every((it) => /^\p{L}+$/u.test(it)) && words.filter(isOfTalk).length === 1
}

/** Each word with a capital, as people write a name and nothing else. */
export const isWrittenAsName = (typed: string): boolean => {
  const words = typed.split(/[\s.-]+/).filter((word) => word !== '')
  return words.length > 0 && words.every((word) => /^\p{Lu}/u.test(word))
}

/** "… thị …", "… văn …": whoever is called so, whatever the words around mean elsewhere. */
export const hasMiddleOfName = (typed: string): boolean =>
  /^\p{L}+(?: \p{L}+)? (?:thị|văn)(?: \p{L}+){1,3}$/iu.test(typed)
