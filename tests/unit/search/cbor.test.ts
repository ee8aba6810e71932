import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCbor, writeCbor, type Cbor } from '../../../src/search/cbor.ts';

const { value } = fc.letrec<{ value: Cbor }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.nat(0xff_ff_ff),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.array(tie('value'), { maxLength: 30 }),
  ),
}));

test('what is written is read again', () => {
  fc.assert(
    fc.property(value, (one) => {
      expect(readCbor(writeCbor(one))).toEqual(one);
    }),
  );
});

test.each([
  ['a number', 23, [0x17]],
  ['a number of one byte', 24, [0x18, 0x18]],
  ['a number of two', 500, [0x19, 0x01, 0xf4]],
  ['a number of four', 70_000, [0x1a, 0x00, 0x01, 0x11, 0x70]],
  ['a text', 'aü', [0x63, 0x61, 0xc3, 0xbc]],
  ['a list', [1, []], [0x82, 0x01, 0x80]],
] as const)('%s is written as the standard has it', (_, one, bytes) => {
  expect([...writeCbor(one)]).toEqual(bytes);
});

test.each([
  ['bytes that are left over', [0x01, 0x01]],
  ['a map', [0xa0]],
  ['a list without a length', [0x9f, 0xff]],
])('%s are refused', (_, bytes) => {
  expect(() => readCbor(Uint8Array.from(bytes))).toThrow('CBOR');
});
