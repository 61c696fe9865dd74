'use strict';
// Two stacks behind one face: promises instead of callbacks, values as text.
const { promisify } = require('node:util');

const ALL = 0xFFFFFFFF; // "no array index", in both

exports.open = async (name, port, host, broadcast) => {
  const module_ = require(name);
  const Stack = module_.default ?? module_;
  const stack = new Stack({ port, interface: host, broadcastAddress: broadcast, apduTimeout: 3000, reuseAddr: false });
  await new Promise((resolve, reject) => { stack.once('listening', resolve); stack.once('error', reject); });
  const call = (method, ...args) => name === 'node-bacnet' ? promisify(stack[method]).call(stack, ...args) : stack[method](...args);
  return { stack, call, ALL };
};

const pad = (number, digits = 2) => String(number).padStart(digits, '0');

// A value as text: the number of its application tag, and what it says.
exports.toText = ({ type, value }) => {
  switch (type) {
    case 0: return '0:';
    case 1: return `1:${value ? 'true' : 'false'}`;
    case 4: return `4:${Math.fround(value)}`;
    case 6: return `6:${Buffer.from(value).toString('hex')}`;
    case 8: return `8:${Array.from({ length: value.bitsUsed }, (_, bit) => (value.value[bit >> 3] >> (bit & 7)) & 1).join('')}`;
    case 10: return `10:${value.getFullYear()}-${pad(value.getMonth() + 1)}-${pad(value.getDate())}`;
    case 11: return `11:${pad(value.getHours())}:${pad(value.getMinutes())}:${pad(value.getSeconds())}.${pad(Math.round(value.getMilliseconds() / 10))}`;
    case 12: return `12:${value.type}:${value.instance}`;
    default: return `${type}:${value}`;
  }
};

exports.fromText = (text) => {
  const type = Number.parseInt(text, 10);
  const rest = text.slice(text.indexOf(':') + 1);
  switch (type) {
    case 0: return { type, value: null };
    case 1: return { type, value: rest === 'true' };
    case 6: return { type, value: [...Buffer.from(rest, 'hex')] };
    case 7: return { type, value: rest };
    case 8: return { type, value: { bitsUsed: rest.length, value: bytesOf(rest) } };
    case 10: return { type, value: new Date(`${rest}T00:00:00`) };
    case 11: return { type, value: new Date(`2026-01-01T${rest}0`) };
    case 12: return { type, value: { type: Number(rest.split(':')[0]), instance: Number(rest.split(':')[1]) } };
    default: return { type, value: Number(rest) };
  }
};

const bytesOf = (bits) => {
  const bytes = new Array(Math.ceil(bits.length / 8)).fill(0);
  [...bits].forEach((bit, index) => { if (bit === '1') bytes[index >> 3] |= 1 << (index & 7); });
  return bytes;
};

// The values of a property as one text; the refusal in its place if there is one.
exports.allToText = (values) => values.map((item) =>
  item.value?.errorClass === undefined ? exports.toText(item) : `error:${item.value.errorClass}:${item.value.errorCode}`).join(' ');
