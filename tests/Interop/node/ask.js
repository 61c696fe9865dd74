'use strict';
// node ask.js <stack> <port> <host> <target host:port>: asks what it reads as a line of JSON, writes the answer as a line of JSON.
const { open, allToText, fromText } = require('./stack');

const main = async ([name, port, host, target]) => {
  const { stack, call, ALL } = await open(name, Number(port), host, target);
  const at = { address: target };
  const heard = [];
  for (const event of ['covNotify', 'covNotifyUnconfirmed', 'eventNotify']) {
    stack.on(event, ({ header, service, invokeId, payload }) => {
      heard.push({ event, confirmed: header.confirmedService, payload });
      if (header.confirmedService) stack.simpleAckResponse(header.sender, service, invokeId);
    });
  }
  const object = ([type, instance]) => ({ type, instance });
  const does = {
    whoIs: ({ low, high }) => new Promise((resolve) => {
      const timer = setTimeout(() => resolve('nobody'), 1000);
      stack.once('iAm', ({ payload }) => {
        clearTimeout(timer);
        resolve(`${payload.deviceId} ${payload.maxApdu} ${payload.segmentation} ${payload.vendorId}`);
      });
      stack.whoIs({ lowLimit: low, highLimit: high });
    }),
    read: async ({ of, property, index }) => {
      const ack = await call('readProperty', at, object(of), property, index === undefined ? {} : { arrayIndex: index });
      return allToText(ack.values);
    },
    readMultiple: async ({ of, properties }) => {
      const ack = await call('readPropertyMultiple', at, of.map((id) => ({ objectId: object(id), properties: properties.map((id_) => ({ id: id_, index: ALL })) })), {});
      return ack.values.flatMap(({ values }) => values.map(({ value }) => allToText(value)));
    },
    write: async ({ of, property, value, priority }) => {
      await call('writeProperty', at, object(of), property, [fromText(value)], { priority });
      return 'written';
    },
    // Whatever else the stack can ask, in its own words.
    call: async ({ method, args }) => (await call(method, at, ...args)) ?? 'done',
    setClock: ({ at: moment }) => { stack.timeSync(at, new Date(moment)); return 'told'; },
    // The next notification, waited for.
    heard: async () => {
      while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      return heard.shift();
    },
  };
  console.log('ready');
  for await (const line of require('node:readline').createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    try {
      console.log(JSON.stringify({ answer: await does[request.do](request) }));
    } catch (error) {
      console.log(JSON.stringify({ refusal: error.message }));
    }
  }
  stack.close();
};

main(process.argv.slice(2));
