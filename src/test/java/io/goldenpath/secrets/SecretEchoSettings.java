package io.goldenpath.secrets;

/** Settings that hand every kind of secret to a platform, in every way. */
final class SecretEchoSettings {

  private static final String USER =
      """
            users: [ { email: "EMAIL", password: 'PASSWORD' } ]
            limits: { login: 5s, connect: 5s, welcome: 2s, first-event: 2s, gap: 1s, answer: 3s, close: 200ms }
            listen: 50ms
            manners: { connects: 100, logins: 100000 }
            journeys: { golden-path: { every: 3s } }
      """;

  private static final String TARGETS =
      """
      goldenpath:
        targets:
          echo:
            login: { type: password, url: HTTP/login, headers: { X-Api-Key: APIKEY } }
            socket: { url: WS/ws, headers: { X-Api-Key: APIKEY }, token-in: [ header, query, subprotocol ] }
      USERS
          refused:
            login: { type: password, url: HTTP/refused, headers: { X-Api-Key: APIKEY } }
            socket: { url: WS/ws }
      USERS
          broken:
            login: { type: password, url: HTTP/broken, headers: { X-Api-Key: APIKEY } }
            socket: { url: WS/ws }
      USERS
          rude:
            login: { type: password, url: HTTP/login }
            socket: { url: WS/ws/rude, token-in: query }
      USERS
          door:
            login: { type: password, url: HTTP/login }
            socket: { url: WS/door, token-in: [ header, query ], headers: { X-Api-Key: APIKEY } }
      USERS
          form:
            login:
              type: steps
              url: HTTP
              steps:
                - { post: /form, form: { user: "{email}", word: "{password}" }, capture: { code: "header:Location regex:code=(.*)" } }
                - { post: /login, json: { code: "{code}", key: "APIKEY" }, headers: { X-Session: "{cookie:SESSION}" } }
            prepare: [ { post: /prepare, json: { who: "{email}" }, capture: { ticket: /ticket } } ]
            cleanup: [ { delete: "/broken?ticket={ticket}" } ]
            socket: { url: "WS/ws?ticket={ticket}", token-in: cookie }
      USERS
          first:
            login: { type: password, url: HTTP/login }
            socket:
              url: WS/ws
              token-in: first-message
              first-message: '{"type":"auth","token":"{token}","as":"{email}"}'
      USERS
          signed:
            login: { type: jwt, jwt: { secret: "SIGNING", claims: { sub: "{subject}" } } }
            socket: { url: WS/door, token-in: [ header, subprotocol ] }
            users: [ { subject: user-1 } ]
            listen: 50ms
            manners: { connects: 100 }
            journeys: { golden-path: { every: 3s } }
          client:
            login: { type: oauth2-client, oauth2: { token-url: HTTP/refused } }
            socket: { url: WS/ws }
            users: [ { client-id: "the-client-one", client-secret: "CLIENT" } ]
            listen: 50ms
            manners: { connects: 100, logins: 100000 }
            journeys: { golden-path: { every: 3s } }
          bare:
            login: { type: token }
            socket: { url: WS/door, token-in: query }
            users: [ { token: "OPAQUE" } ]
            listen: 50ms
            manners: { connects: 100 }
            journeys: { golden-path: { every: 3s } }
      """;

  private SecretEchoSettings() {}

  static String yaml(SecretEchoServer server) {
    return TARGETS
        .replace("USERS\n", USER)
        .replace("HTTP", server.http())
        .replace("WS/", server.ws() + "/")
        .replace("EMAIL", SecretEchoServer.EMAIL)
        .replace("PASSWORD", SecretEchoServer.PASSWORD)
        .replace("APIKEY", SecretEchoServer.API_KEY)
        .replace("SIGNING", SecretEchoServer.SIGNING_KEY)
        .replace("CLIENT", SecretEchoServer.CLIENT_SECRET)
        .replace("OPAQUE", SecretEchoServer.OPAQUE);
  }
}
