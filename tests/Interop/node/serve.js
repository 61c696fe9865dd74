'use strict';
// node serve.js <stack> <port> <host> <instance>: a device whose values are read from the first line of the input, {"type:instance": {"property": ["value", …]}}.
const { open, fromText, toText } = require('./stack');

const PROPERTY = { class: 2, unknown: 32 }, OBJECT = { class: 1, unknown: 31 };
const SERVICE = { readProperty: 12, readPropertyMultiple: 14, writeProperty: 15 };

const main = async ([name, port, host, instance]) => {
  const lines = require('node:readline').createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const table = JSON.parse((await lines.next()).value);
  const { stack, ALL } = await open(name, Number(port), host, host);
  const senderOf = ({ header }) => header.sender;
  const find = ({ type, instance: number }, property) => {
    const object = table[`${type}:${number}`];
    if (!object) return { error: [OBJECT.class, OBJECT.unknown] };
    const values = object[property];
    return values ? { values: values.map(fromText) } : { error: [PROPERTY.class, PROPERTY.unknown] };
  };

  stack.on('whoIs', (request) => {
    const { lowLimit, highLimit } = request.payload;
    if (lowLimit !== undefined && (instance < lowLimit || instance > highLimit)) return;
    stack.iAmResponse(senderOf(request), Number(instance), 3, 260);
  });
  stack.on('readProperty', (request) => {
    const { objectId, property } = request.payload;
    const found = find(objectId, property.id);
    if (found.error) stack.errorResponse(senderOf(request), SERVICE.readProperty, request.invokeId, ...found.error);
    else stack.readPropertyResponse(senderOf(request), request.invokeId, objectId, property, found.values);
  });
  stack.on('readPropertyMultiple', (request) => {
    const results = request.payload.properties.map(({ objectId, properties }) => ({
      objectId,
      values: properties.map((property) => {
        const found = find(objectId, property.id);
        const refusal = found.error && [{ type: 0, value: { type: 'BacnetError', errorClass: found.error[0], errorCode: found.error[1] } }];
        return { property: { id: property.id, index: property.index ?? ALL }, value: refusal ?? found.values };
      }),
    }));
    stack.readPropertyMultipleResponse(senderOf(request), request.invokeId, results);
  });
  stack.on('writeProperty', (request) => {
    const { objectId, value } = request.payload;
    console.log(`wrote ${objectId.type}:${objectId.instance} ${value.property.id} ${value.value.map(toText).join(' ')} at ${value.priority}`);
    stack.simpleAckResponse(senderOf(request), SERVICE.writeProperty, request.invokeId);
  });
  console.log('ready');
  await lines.next(); // the end of the input is the end
  stack.close();
};

main(process.argv.slice(2));
