// Two chat agents of plain JSON behind one login over HTTP. /ws takes the token in its address and
// the question in a message; /events takes the token in a first message, and the question by HTTP.
// `fault` in the query of the socket's address spoils that connection.
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocketServer } from 'ws';

const PASSWORD = 'correct horse';
const tokens = new Map();
const sessions = new Map();

function answerTo(text) {
  const asked = /code ([A-Z]+)[^]*?(\d+) \+ (\d+)/.exec(text);
  return asked ? [`${asked[1]} `, 'makes ', `${Number(asked[2]) + Number(asked[3])}`] : ['What?'];
}

function login({ email, password }) {
  if (password !== PASSWORD) {
    return [401, { error: 'wrong password' }];
  }
  const accessToken = `tk_${randomUUID().replaceAll('-', '')}`;
  tokens.set(accessToken, email);
  return [200, { accessToken, user: { id: email } }];
}

function question({ session, text }, authorization) {
  const user = tokens.get(String(authorization).replace('Bearer ', ''));
  const socket = sessions.get(session);
  if (!user || !socket) {
    return [user ? 404 : 401, { error: 'no such session' }];
  }
  const run = randomUUID();
  const told = ({ type, ...data }) => ({ event: `run.${type}`, data });
  answer(socket, goodEvents(text, user, run).map(told), told({ type: 'failed', run, why: 'no model' }));
  return [202, { run }];
}

function goodEvents(text, user, run) {
  const tool = { run, call: randomUUID(), name: 'calculator' };
  const words = answerTo(text);
  return [
    { type: 'started', run, userId: user },
    { type: 'tool_start', ...tool },
    { type: 'tool_end', ...tool },
    ...words.map((text) => ({ type: 'token', run, text })),
    { type: 'done', run, userId: user },
  ];
}

function spoiled([started, toolStart, toolEnd, ...rest], fault, failed) {
  switch (fault) {
    case 'missing': return [toolStart, toolEnd, ...rest];
    case 'unpaired': return [started, toolStart, ...rest];
    case 'doubled': return [started, started, toolStart, toolEnd, ...rest];
    case 'moved': return [started, toolEnd, toolStart, ...rest];
    case 'silent': return [started, toolStart];
    case 'error': return [started, failed];
    case 'dropped': return [started, null];
    case 'cut': return [started, toolStart, toolEnd, rest[0], ...rest.slice(2)];
    case 'foreign': return JSON.parse(JSON.stringify([started, toolStart, toolEnd, ...rest])
      .replace(/("userId":")[^"]+(?="[^]*$)/, '$1somebody-else@example.com'));
    default: return [started, toolStart, toolEnd, ...rest];
  }
}

async function answer(socket, events, failed) {
  for (const event of spoiled(events, socket.fault, failed)) {
    await pause(20);
    if (event) {
      socket.send(JSON.stringify(event));
    } else {
      socket.terminate();
    }
  }
}

async function call(request, response) {
  let body = '';
  for await (const part of request) {
    body += part;
  }
  const calls = { '/api/login': login, '/api/questions': question };
  const [status, reply] = calls[request.url]?.(JSON.parse(body || '{}'), request.headers.authorization)
    ?? [404, {}];
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
}

function chat(socket, user) {
  socket.send(JSON.stringify({ type: 'ready', user }));
  socket.on('message', (data) => {
    const { type, text } = JSON.parse(data);
    if (type === 'ask') {
      const run = randomUUID();
      answer(socket, goodEvents(text, user, run), { type: 'error', message: 'no model' });
    }
  });
}

function events(socket) {
  socket.once('message', (data) => {
    const { type, token } = JSON.parse(data);
    if (type !== 'auth' || !tokens.has(token)) {
      socket.close(4401, 'who are you?');
      return;
    }
    const session = randomUUID();
    sessions.set(session, socket);
    socket.once('close', () => sessions.delete(session));
    socket.send(JSON.stringify({ event: 'session.opened', data: { session } }));
  });
}

const server = createServer(call);
const sockets = new WebSocketServer({ noServer: true });
server.on('upgrade', (request, raw, head) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const user = tokens.get(searchParams.get('token'));
  if (pathname === '/ws' && !user) {
    raw.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
    return;
  }
  sockets.handleUpgrade(request, raw, head, (socket) => {
    socket.fault = searchParams.get('fault');
    pathname === '/ws' ? chat(socket, user) : events(socket);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`));
process.stdin.on('end', () => process.exit()).resume();
