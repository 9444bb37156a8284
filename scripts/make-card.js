// Draws src/simulator/browser/the-mau.jpg: a made-up identity card for trying the reading of cards in the simulator.
// Run by hand:  node scripts/make-card.js        (needs chromium; CHROMIUM_PATH when it is not at /usr/bin/chromium)
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import qrcode from 'qrcode'
import sharp from 'sharp'

// Nobody's: the demonstration's own number, and a name that says so. Seven fields as on a chip card (qr §4.1).
const TEXT = '096190012345||Nguyễn Thị Mẫu|05031990|Nữ|Ấp Mũi, xã Đất Mũi, tỉnh Cà Mau|01062021'

const font = (subset, weight) =>
  readFileSync(
    new URL(
      `../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`,
      import.meta.url,
    ),
  ).toString('base64')
const faces = ['latin', 'vietnamese'].flatMap((subset) =>
  [400, 700].map(
    (weight) =>
      `@font-face{font-family:Card;font-weight:${weight};src:url(data:font/woff2;base64,${font(subset, weight)});${
        subset === 'latin' ? 'unicode-range:U+0000-00FF' : ''
      }}`,
  ),
)
const waves = Array.from(
  { length: 26 },
  (_, i) =>
    `<path d="M0 ${i * 26} q 128 ${40 - i} 256 0 t 256 0 t 256 0 t 256 0" fill="none" stroke="#7fb3c8" stroke-opacity=".35"/>`,
).join('')
const row = (name, value) => `<p><small>${name}</small><b>${value}</b></p>`

const page = `<!doctype html><style>${faces.join('')}
  body{margin:0;background:#b9a58c;width:1280px;height:900px;font:400 22px Card;color:#12303d;overflow:hidden}
  .card{position:absolute;left:118px;top:126px;width:1040px;height:656px;border-radius:34px;background:linear-gradient(120deg,#dff1ef,#cfe5f2 55%,#f3e6d2);
    transform:rotate(-1.6deg);box-shadow:0 10px 30px #0006;overflow:hidden}
  svg.w{position:absolute;inset:0} header{position:absolute;left:200px;right:240px;top:36px;text-align:center;font-size:19px;line-height:1.35}
  h1{position:absolute;left:200px;right:230px;top:112px;margin:0;text-align:center;font-size:34px;color:#b3261e;line-height:1.15}
  .qr{position:absolute;right:44px;top:40px;width:170px;height:170px;background:#fff;padding:6px}
  .face{position:absolute;left:52px;top:250px;width:200px;height:270px;background:#c4d6dd;border-radius:8px}
  .face:before{content:"";position:absolute;left:58px;top:44px;width:84px;height:96px;border-radius:50%;background:#8fa6b0}
  .face:after{content:"";position:absolute;left:22px;top:156px;width:156px;height:114px;border-radius:78px 78px 0 0;background:#8fa6b0}
  .rows{position:absolute;left:290px;top:216px;right:40px} p{margin:0 0 12px} small{display:block;font-size:16px;color:#3f6472} b{font-size:27px}
  .no b{font-size:38px;letter-spacing:2px} em{position:absolute;left:290px;bottom:26px;font:700 22px Card;color:#b3261e}</style>
  <div class="card"><svg class="w" viewBox="0 0 1024 656">${waves}</svg>
  <header>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập – Tự do – Hạnh phúc</header><h1>THẺ MẪU ĐỂ THỬ</h1>
  <img class="qr" src="${await qrcode.toDataURL(TEXT, { errorCorrectionLevel: 'M', margin: 2, scale: 8 })}">
  <div class="face"></div><div class="rows"><div class="no">${row('Số', '096190012345')}</div>${row('Họ và tên', 'NGUYỄN THỊ MẪU')}
  ${row('Ngày sinh', '05/03/1990')}${row('Giới tính', 'Nữ')}${row('Nơi thường trú', 'Ấp Mũi, xã Đất Mũi, tỉnh Cà Mau')}</div>
  <em>Không phải giấy tờ thật, không có giá trị.</em></div>`

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } })
await tab.setContent(page)
await tab.evaluate(() => document.fonts.ready)
const shot = await tab.screenshot({ type: 'png' })
await browser.close()
// A little blur and compression, as a telephone adds.
await sharp(shot)
  .blur(0.7)
  .jpeg({ quality: 72 })
  .toFile(new URL('../src/simulator/browser/the-mau.jpg', import.meta.url).pathname)
