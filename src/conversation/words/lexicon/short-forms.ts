/**
 * Short forms of the chat and southern spellings, as they are typed, by what they stand for. `hs` is a dossier, never a pupil.
 * Source: the notes of the field on southern chat (domain §9.7), and what this channel was sent.
 */
export const SHORT_FORMS: Readonly<Record<string, string>> = Object.fromEntries(
  `
    không: ko k kh kg khg hok hog hông hôg hổng hổg hong hem hơm khum
    em: e
    được: dc đc đx
    gì: j
    vậy: z dz dzậy zậy dzị zị
    rồi: r rùi ròi roài
    quá: wá
    qua: wa
    luôn: lun lunn
    chiều: chìu
    cũng: cug cg
    mai: mơi
    sinh: sanh
    bao nhiêu: bn
    như thế nào: ntn
    bao giờ: bh
    mình: mik
    tôi: tui
    căn cước: cccd cmnd cmt
    hồ sơ: hs
    giấy khai sinh: gks
    khai sinh: ks khaisinh
    hộ khẩu: hk
    hộ kinh doanh: hkd
    giấy phép xây dựng: gpxd
    xây dựng: xd
    số tài khoản: stk
    cảm ơn: tks thanks
    với: vs
    trước: trc
    làm: lm mần
    đăng ký: dk đk
    giấy đi đường: gdd gpdd
    đăng ký kinh doanh: dkkd đkkd
    xác nhận tình trạng hôn nhân: xntthn
    tình trạng hôn nhân: tthn
    xác nhận: xn
    đăng ký khai sinh: dkks đkks
    đăng ký kết hôn: dkkh đkkh
    đăng ký khai tử: dkkt đkkt
    trích lục khai sinh: tlks
    độc thân: đthân
    nghĩa vụ quân sự: nvqs
    xuất khẩu lao động: xklđ xkld
    giấy phép lái xe: gplx
    lý lịch tư pháp: lltp
    mã số thuế: mst
    hộ khẩu thường trú: hktt
    hợp đồng: hđ
    vợ: vk
    vợ chồng: vc
    người: ng ngừi
    chồng: ck
    biết: bít bik
    muốn: mún
    thôi: thui
    về: dìa zìa zề
    vào: zô dzô
  `
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [meaning = '', forms = ''] = line.trim().split(': ')
      return forms.split(' ').map((form) => [form, meaning])
    }),
)
