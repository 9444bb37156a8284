/** Words that part one wish from the next: "…, sẵn hỏi …", "với lại …". Without marks "con" is a child, so "còn" needs them. */
const NEXT =
  /(?<![\s,.;!?])[\s,.;!?]+(?:sẵn(?: tiện)?|san(?: tien)?(?= (?:hoi|cho|lam|em|tui|toi|xin))|tiện thể|tien the|luôn tiện|luon tien|nhân tiện|nhan tien|với lại|voi lai|còn nữa là|ngoài ra|ngoai ra|rồi cho (?:em |tui |tôi |con )?hỏi|roi cho (?:em |tui |toi |con )?hoi|cho hỏi thêm|cho hoi them|hỏi thêm|hoi them|còn)(?=[\s,:])[\s,:]*/giu

/** The wishes of a message one by one; more than three are nobody's list of wishes. */
export function wishesOf(text: string): string[] {
  const wishes = text.split(NEXT).filter((wish) => wish.trim().length > 3)
  return wishes.length > 1 && wishes.length <= 3 ? wishes : [text]
}
