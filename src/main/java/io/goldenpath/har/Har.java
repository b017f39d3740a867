package io.goldenpath.har;

import java.util.List;

/**
 * What a browser recorded.
 *
 * @param calls In the order of their start.
 */
public record Har(List<RecordedCall> calls, List<RecordedWebSocket> sockets) {

  private static final List<String> SENSITIVE = List.of("cookie", "authorization", "set-cookie");

  public Har {
    calls = List.copyOf(calls);
    sockets = List.copyOf(sockets);
  }

  /** Whether no message has a header that browsers leave out unless told otherwise. */
  public boolean sanitized() {
    return calls.stream()
            .allMatch(call -> isSanitized(call.request()) && isSanitized(call.response()))
        && sockets.stream().allMatch(socket -> isSanitized(socket.request()));
  }

  private static boolean isSanitized(RecordedPart part) {
    return SENSITIVE.stream().allMatch(name -> part.all(name).isEmpty());
  }
}
