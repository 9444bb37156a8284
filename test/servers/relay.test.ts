import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { startRelay } from './relay.ts'

const echo = async () => {
  const server = createServer((socket) => socket.on('error', () => undefined).pipe(socket)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, port: (server.address() as { port: number }).port }
}

const heardBy = (socket: Socket) => {
  let heard = ''
  socket.on('data', (bytes) => (heard += bytes.toString()))
  socket.on('error', () => undefined)
  return { has: (text: string) => expect.poll(() => heard).toBe(text), now: () => heard }
}

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

const setUp = async () => {
  const { server, port } = await echo()
  const relay = await startRelay(port)
  const socket = connect(relay.port, '127.0.0.1')
  open.push({ close: () => socket.destroy() }, relay, { close: () => server.close() })
  await once(socket, 'connect')
  return { relay, socket, heard: heardBy(socket) }
}

describe('a relay', () => {
  it('says nothing while it is silent, and everything once it passes again', async () => {
    const { relay, socket, heard } = await setUp()
    socket.write('one ')
    await heard.has('one ')
    relay.silence()
    socket.write('two ')
    const late = connect(relay.port, '127.0.0.1')
    open.push({ close: () => late.destroy() })
    const heardLate = heardBy(late)
    late.write('three')
    await pause(200)
    expect([heard.now(), heardLate.now(), socket.destroyed]).toEqual(['one ', '', false])
    relay.pass()
    await heard.has('one two ')
    await heardLate.has('three')
  })

  it('never hears those again whom it has stranded', async () => {
    const { relay, socket, heard } = await setUp()
    relay.strand()
    socket.write('one')
    const again = connect(relay.port, '127.0.0.1')
    open.push({ close: () => again.destroy() })
    const heardAgain = heardBy(again)
    again.write('two')
    await heardAgain.has('two')
    relay.pass()
    await pause(200)
    expect([heard.now(), socket.destroyed]).toEqual(['', false])
  })

  it('breaks every connection when it is cut, and takes new ones', async () => {
    const { relay, socket } = await setUp()
    relay.cut()
    await expect.poll(() => socket.destroyed).toBe(true)
    const again = connect(relay.port, '127.0.0.1')
    open.push({ close: () => again.destroy() })
    const heard = heardBy(again)
    again.write('again')
    await heard.has('again')
  })
})
