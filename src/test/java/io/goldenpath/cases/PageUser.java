package io.goldenpath.cases;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A user of one case's platform in a page in Chromium: logs in, opens the socket, asks. */
final class PageUser implements AutoCloseable {

  static final String IN = "in";

  private static final String STARTS =
      """
      ({login, socket, tokenIn, subprotocols, question, seconds}) => {
        const user = {email: 'probe-a@example.com', password: 'pass-of-probe-a'};
        const limit = seconds * 1000;
        const carried = {
          subprotocol: token => ['jwt-auth', 'jwt.' + btoa(token).replace(/=+$/, '')],
        };
        const signIn = async () => {
          const reply = await fetch(login, {
            method: 'POST',
            headers: {'Content-Type': 'application/json'},
            body: JSON.stringify(user),
            signal: AbortSignal.timeout(limit),
          });
          if (!reply.ok) {
            throw new Error('status ' + reply.status);
          }
          return (await reply.json()).access_token;
        };
        const talk = token => new Promise(end => {
          const url = tokenIn === 'query' ? socket + '?token=' + token : socket;
          const offered = tokenIn === 'subprotocol' ? carried.subprotocol(token) : subprotocols;
          const connection = new WebSocket(url, offered);
          const heard = [];
          setTimeout(() => end('silence after [' + heard + ']'), limit);
          connection.onclose = ({code}) => end('closed with ' + code + ' after [' + heard + ']');
          connection.onmessage = ({data}) => {
            try {
              heard.push(JSON.parse(data).type);
            } catch (wrong) {
              end('not JSON after [' + heard + ']: ' + wrong.message);
            }
            if (heard.length === 1) {
              connection.send(JSON.stringify({type: 'user_message', payload: {content: question}}));
            } else if (heard.length === 6) {
              connection.onclose = ({wasClean}) => end(wasClean ? 'in' : 'in, but not out');
              setTimeout(() => connection.close(1000), 250);
            }
          };
        });
        window.visit = signIn().then(talk, wrong => 'no login: ' + wrong.message);
      }
      """;

  private final Page page;
  private final CasePlatform platform;
  private final Optional<String> failure;

  private PageUser(Page page, CasePlatform platform, Optional<String> failure) {
    this.page = page;
    this.platform = platform;
    this.failure = failure;
  }

  /** Begins, and does not wait for the end. */
  static PageUser start(Page page, PlatformCase one) throws IOException {
    CasePlatform platform = CasePlatform.start(one.behaviour(), one.site().listener());
    page.context().clearCookies();
    String login = one.site().login(platform.port());
    try {
      page.navigate(
          login.replace("/auth/login", HttpRequest.PAGE),
          new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
      page.evaluate(STARTS, walk(one, login, one.site().socket(platform.port())));
      return new PageUser(page, platform, Optional.empty());
    } catch (PlaywrightException refused) {
      return new PageUser(page, platform, Optional.of("no page: " + refused.getMessage()));
    }
  }

  private static Map<String, Object> walk(PlatformCase one, String login, String socket) {
    List<String> subprotocols =
        IntStream.range(0, 8)
            .mapToObj(i -> one.settings().get("socket.subprotocols[" + i + "]"))
            .flatMap(Stream::ofNullable)
            .toList();
    return Map.of(
        "login",
        login,
        "socket",
        socket,
        "tokenIn",
        one.settings().getOrDefault("socket.token-in", ""),
        "subprotocols",
        subprotocols,
        "question",
        "Add 17 + 25 and say the word ABCDEFGHIJ.",
        "seconds",
        4);
  }

  /** {@link #IN}, or how far it came. */
  String outcome() {
    return failure.orElseGet(() -> String.valueOf(page.evaluate("() => window.visit")));
  }

  @Override
  public void close() throws IOException {
    platform.close();
  }
}
