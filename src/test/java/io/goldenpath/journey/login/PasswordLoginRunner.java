package io.goldenpath.journey.login;

import io.goldenpath.model.run.Run;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;

/** Runs against a platform with a login by password, whose reply a test chooses. */
final class PasswordLoginRunner implements AutoCloseable {

  static final String TARGET =
      """
      login: { type: password, url: HTTP/auth/login, EXTRA }
      socket: { url: WS }
      users: [ { email: probe-a@example.com, password: 'p"4ss/wörd & more' } ]
      limits: { login: 5s, welcome: 5s }
      listen: 20ms
      """;

  final FakePlatform platform = new FakePlatform();
  final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  final YamlTargetRunner runner = new YamlTargetRunner(now::get);

  PasswordLoginRunner() throws IOException {}

  void answers(MockResponse reply) {
    platform.on("POST /auth/login", _ -> reply);
  }

  Run run(String extra) throws InterruptedException {
    return runner.run(target(extra));
  }

  String target(String extra) {
    return TARGET
        .replace("HTTP", platform.http())
        .replace("WS", platform.ws())
        .replace(", EXTRA", extra.isEmpty() ? "" : ", " + extra);
  }

  /** A run that nobody else's token reaches. */
  Run runAlone(String extra) throws InterruptedException {
    try (YamlTargetRunner fresh = new YamlTargetRunner(now::get)) {
      return fresh.run(target(extra));
    }
  }

  @Override
  public void close() {
    runner.close();
    platform.close();
  }
}
