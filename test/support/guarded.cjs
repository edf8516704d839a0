'use strict';
// Loaded before the program: whatever reaches for the network fails, and says so where no caller can swallow it.
const { writeSync } = require('node:fs');

function refuse(name) {
  return () => {
    writeSync(2, `NETWORK: ${name}\n`);
    process.exit(99);
  };
}

const net = require('node:net');
net.Socket.prototype.connect = refuse('net.connect');
net.connect = net.createConnection = refuse('net.connect');
net.Server.prototype.listen = refuse('net.listen');
const dgram = require('node:dgram');
dgram.Socket.prototype.send = dgram.Socket.prototype.connect = refuse('dgram');
const tls = require('node:tls');
tls.connect = refuse('tls.connect');
for (const name of ['node:http', 'node:https']) {
  const module = require(name);
  module.request = module.get = refuse(name);
}
require('node:http2').connect = refuse('http2.connect');
for (const module of [require('node:dns'), require('node:dns/promises')])
  for (const key of Object.keys(module))
    if (/^(?:lookup|resolve|reverse)/.test(key)) module[key] = refuse(`dns.${key}`);
globalThis.fetch = refuse('fetch');
globalThis.WebSocket = refuse('WebSocket');
const processes = require('node:child_process');
for (const key of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'])
  processes[key] = refuse(`child_process.${key}`);
