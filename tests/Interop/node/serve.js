'use strict';
// node serve.js <stack> <port> <host> <instance>: a device whose values are read from the first line of the input, {"type:instance": {"property": ["value", …]}}.
const { open, fromText, toText } = require('./stack');

const PROPERTY = { class: 2, unknown: 32 }, OBJECT = { class: 1, unknown: 31 };
const SERVICE = { readProperty: 12, readPropertyMultiple: 14, writeProperty: 15 };

const main = async ([name, port, host, instance]) => {
  const lines = require('node:readline').createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const table = JSON.parse((await lines.next()).value);
  const { stack, call, ALL } = await open(name, Number(port), host, host);
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
  // Whatever else is asked: what was understood of it. Where an acknowledgement has content, neither stack can write one: that is refused.
  const PLAIN = ['subscribeCov', 'subscribeProperty', 'writePropertyMultiple', 'deviceCommunicationControl', 'reinitializeDevice', 'deleteObject', 'alarmAcknowledge', 'lifeSafetyOperation', 'addListElement', 'removeListElement'];
  const WITH_CONTENT = ['createObject', 'readRange', 'atomicReadFile', 'atomicWriteFile', 'getEventInformation', 'getAlarmSummary', 'getEnrollmentSummary', 'privateTransfer'];
  for (const event of [...PLAIN, ...WITH_CONTENT, 'timeSync', 'timeSyncUTC', 'whoHas']) {
    stack.on(event, (request) => {
      console.log(`took ${event} ${JSON.stringify(request.payload ?? null)}`);
      if (!request.header.confirmedService) return;
      if (PLAIN.includes(event)) stack.simpleAckResponse(senderOf(request), request.service, request.invokeId);
      else stack.errorResponse(senderOf(request), request.service, request.invokeId, OBJECT.class, OBJECT.unknown);
    });
  }
  stack.on('registerForeignDevice', (request) => {
    console.log(`took registerForeignDevice ${JSON.stringify(request.payload)}`);
    stack.resultResponse(senderOf(request), 0);
  });
  console.log('ready');
  // What it is to tell, {"method", "to", "args"}, until the end of the input.
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    const { method, to, args } = JSON.parse(line.value);
    try {
      console.log(`told ${await (method.startsWith('confirmed') ? call(method, { address: to }, ...args) : stack[method](method === 'unconfirmedCOVNotification' && name === 'node-bacnet' ? to : { address: to }, ...args)) ?? 'done'}`);
    } catch (error) {
      console.log(`refused ${error.message}`);
    }
  }
  stack.close();
};

main(process.argv.slice(2));
