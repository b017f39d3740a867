package io.goldenpath.sizing;

import io.goldenpath.standstill.DemoProcess;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a monitor has to watch, and in how much memory.
 *
 * @param targets Of one probe each, and of so many users each.
 */
record Installation(int targets, int users, int mebibytes) {

  int accounts() {
    return targets * users;
  }

  String settings(DemoProcess demo, String every) {
    return IntStream.range(0, targets)
        .mapToObj(number -> target(number, demo, every))
        .collect(Collectors.joining("", "goldenpath:\n  targets:\n", ""));
  }

  private String target(int number, DemoProcess demo, String every) {
    String journey =
        users == 1
            ? "golden-path: { every: " + every + " }"
            : "isolation: { every: 60s, users: " + users + " }";
    String accounts =
        IntStream.rangeClosed(1, users)
            .mapToObj(user -> number * users + user)
            .map(account ->
                "        - { email: \"%s\", password: \"%s\" }\n"
                    .formatted(demo.email(account), demo.password(account)))
            .collect(Collectors.joining());
    return """
        target-%d:
          login: { type: password, url: "http://127.0.0.1:%d/demo/auth/login" }
          socket: { url: "ws://127.0.0.1:%d/demo/ws" }
          manners: { logins: 1000, connects: 5000 }
          journeys: { %s }
          users:
    """
            .formatted(number + 1, demo.port(), demo.port(), journey)
        + accounts;
  }

  @Override
  public String toString() {
    return "%d probes of %d users in %d MiB".formatted(targets, users, mebibytes);
  }
}
