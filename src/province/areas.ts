/**
 * Where a journey starts or ends, as small numbers that fit a signed code: 1–64 are the communes of Cà Mau
 * (last three digits of the tax area code, in force since 01/07/2025), 1000 + statistics code is another province.
 */
export interface Area {
  code: number
  name: string
  kind: 'ward' | 'commune' | 'province'
}

const COMMUNES = [
  'An Xuyên', 'Lý Văn Lâm', 'Tân Thành', 'Hòa Thành', 'Tân Thuận', 'Tân Tiến', 'Tạ An Khương', 'Trần Phán',
  'Thanh Tùng', 'Đầm Dơi', 'Quách Phẩm', 'U Minh', 'Nguyễn Phích', 'Khánh Lâm', 'Khánh An', 'Phan Ngọc Hiển',
  'Đất Mũi', 'Tân Ân', 'Khánh Bình', 'Đá Bạc', 'Khánh Hưng', 'Sông Đốc', 'Trần Văn Thời', 'Thới Bình',
  'Trí Phải', 'Tân Lộc', 'Hồ Thị Kỷ', 'Biển Bạch', 'Đất Mới', 'Năm Căn', 'Tam Giang', 'Cái Đôi Vàm',
  'Nguyễn Việt Khái', 'Phú Tân', 'Phú Mỹ', 'Lương Thế Trân', 'Tân Hưng', 'Hưng Mỹ', 'Cái Nước', 'Bạc Liêu',
  'Vĩnh Trạch', 'Hiệp Thành', 'Giá Rai', 'Láng Tròn', 'Phong Thạnh', 'Hồng Dân', 'Vĩnh Lộc', 'Ninh Thạnh Lợi',
  'Ninh Quới', 'Gành Hào', 'Định Thành', 'An Trạch', 'Long Điền', 'Đông Hải', 'Hòa Bình', 'Vĩnh Mỹ',
  'Vĩnh Hậu', 'Phước Long', 'Vĩnh Phước', 'Phong Hiệp', 'Vĩnh Thanh', 'Vĩnh Lợi', 'Hưng Hội', 'Châu Thới',
] as const // prettier-ignore

const WARDS = new Set([1, 2, 3, 4, 40, 41, 42, 43, 44])

/** The other 33 provinces and cities since 01/07/2025 with their statistics codes (Quyết định 19/2025/QĐ-TTg). */
const PROVINCES: readonly (readonly [number, string])[] = [
  [1, 'Hà Nội'], [4, 'Cao Bằng'], [8, 'Tuyên Quang'], [11, 'Điện Biên'], [12, 'Lai Châu'], [14, 'Sơn La'],
  [15, 'Lào Cai'], [19, 'Thái Nguyên'], [20, 'Lạng Sơn'], [22, 'Quảng Ninh'], [24, 'Bắc Ninh'], [25, 'Phú Thọ'],
  [31, 'Hải Phòng'], [33, 'Hưng Yên'], [37, 'Ninh Bình'], [38, 'Thanh Hóa'], [40, 'Nghệ An'], [42, 'Hà Tĩnh'],
  [44, 'Quảng Trị'], [46, 'Huế'], [48, 'Đà Nẵng'], [51, 'Quảng Ngãi'], [52, 'Gia Lai'], [56, 'Khánh Hòa'],
  [66, 'Đắk Lắk'], [68, 'Lâm Đồng'], [75, 'Đồng Nai'], [79, 'TP. Hồ Chí Minh'], [80, 'Tây Ninh'],
  [82, 'Đồng Tháp'], [86, 'Vĩnh Long'], [91, 'An Giang'], [92, 'Cần Thơ'],
] // prettier-ignore

export const communes: readonly Area[] = COMMUNES.map((name, i) => ({
  code: i + 1,
  name,
  kind: WARDS.has(i + 1) ? 'ward' : 'commune',
}))

export const areas: readonly Area[] = [
  ...communes,
  ...PROVINCES.map(([code, name]): Area => ({ code: 1000 + code, name, kind: 'province' })),
]

const byCode = new Map(areas.map((area) => [area.code, area]))

export const findArea = (code: number): Area | undefined => byCode.get(code)

/** `Phường An Xuyên`, `Xã Đất Mũi`, `Cần Thơ`; a code this version does not know is shown as it is. */
export function renderArea(code: number): string {
  const area = byCode.get(code)
  if (!area) return `Khu vực ${code}`
  return area.kind === 'province' ? area.name : `${area.kind === 'ward' ? 'Phường' : 'Xã'} ${area.name}`
}
