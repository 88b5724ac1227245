import { expect, test } from 'vitest'
import { networkOf, widerNetwork } from './network.ts'

const asked = (remoteAddress: string | undefined, forwarded?: string, hops = 0): string | null =>
  networkOf({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }, hops)

test('without a proxy the other side of the connection counts, whatever it writes', () => {
  expect(asked('203.0.113.7')).toBe('203.0.113.7')
  expect(asked('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7')
  expect(asked('::ffff:203.0.113.7')).toBe('203.0.113.7')
  expect(asked('127.0.0.1')).toBe('127.0.0.1')
})

test('a proxy on this machine that nobody has told of speaks for everybody', () => {
  for (const peer of ['127.0.0.1', '::1', '::ffff:127.0.0.1', undefined]) expect(asked(peer, '203.0.113.7')).toBeNull()
})

test.each([
  ['one of ours', '203.0.113.7', 1, '203.0.113.7'],
  ['one of ours, and what the reader wrote before it', '192.0.2.1, 203.0.113.7', 1, '203.0.113.7'],
  ['two of ours', '192.0.2.1, 203.0.113.7, 10.0.0.2', 2, '203.0.113.7'],
  ['fewer than we were told', '203.0.113.7', 2, '203.0.113.7'],
  ['with a port', '203.0.113.7:4711', 1, '203.0.113.7'],
  ['IPv6 with a port', '[2001:db8:1:2::5]:4711', 1, '2001:db8:1:2::/64'],
  ['none at all', undefined, 1, '10.0.0.1'],
  ['nonsense', '192.0.2.1, unknown', 1, '10.0.0.1'],
  ['empty', ' , ', 1, '10.0.0.1'],
])('behind proxies: %s', (_, forwarded, hops, network) => {
  expect(asked('10.0.0.1', forwarded, hops)).toBe(network)
})

test('of IPv6 the first half counts, however it is written', () => {
  for (const one of ['2001:db8::1', '2001:0db8:0:0:ffff::', '2001:DB8:0::2', '2001:db8::192.0.2.1'])
    expect(asked(one)).toBe('2001:db8:0:0::/64')
  expect(asked('2001:db8:0:1::1')).toBe('2001:db8:0:1::/64')
  expect(asked('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
})

test('the larger network of an IPv6 one has all that differ in the fourth group alone; an IPv4 address has none', () => {
  expect(['2001:db8::1', '2001:db8:0:1::1', '2001:db8:0:ffff::1'].map((one) => widerNetwork(asked(one) ?? ''))).toEqual(
    Array.from({ length: 3 }, () => '2001:db8:0::/48'),
  )
  expect(widerNetwork(asked('2001:db8:1::1') ?? '')).toBe('2001:db8:1::/48')
  expect(widerNetwork('203.0.113.7')).toBeNull()
})
