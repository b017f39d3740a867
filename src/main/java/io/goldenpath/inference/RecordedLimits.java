package io.goldenpath.inference;

import io.goldenpath.inference.chat.Chat;
import io.goldenpath.inference.event.NamedMessage;
import io.goldenpath.inference.login.RecordedLogin;
import io.goldenpath.inference.yaml.YamlMap;
import java.util.List;
import java.util.Locale;

/** Limits with room above the times of one recording, in seconds. */
record RecordedLimits(double login, double connect, double firstEvent, double gap, double answer) {

  private static final int ROOM = 4;
  private static final int LEAST = 2;
  private static final List<Integer> STEPS =
      List.of(1, 2, 3, 4, 5, 8, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600);
  private static final int DEFAULT_TIMEOUT = 60;

  static RecordedLimits of(Chat chat, RecordedLogin login, RecordedRun run) {
    List<NamedMessage> messages = run.events().messages();
    double asked = chat.question().at();
    NamedMessage last = run.ending().last() == null ? messages.getLast() : run.ending().last();
    double gap = 0;
    for (int i = 1; i < messages.size(); i++) {
      gap = Math.max(gap, messages.get(i).message().at() - messages.get(i - 1).message().at());
    }
    return new RecordedLimits(
        login.calls().stream().mapToDouble(call -> call.call().seconds()).sum(),
        chat.socket().seconds(),
        messages.getFirst().message().at() - asked,
        gap,
        last.message().at() - asked);
  }

  YamlMap yaml() {
    return new YamlMap()
        .raw("login", limit(login), recorded(login))
        .raw("connect", limit(connect), recorded(connect))
        .raw("first-event", limit(firstEvent), recorded(firstEvent))
        .raw("gap", limit(gap), recorded(gap))
        .raw("tool", limit(gap), "the same: no event came while a tool ran")
        .raw("answer", limit(wholeAnswer()), recorded(answer));
  }

  /** A stream that stops is told as such before the answer is late. */
  private double wholeAnswer() {
    return Math.max(answer, (failed(firstEvent) + failed(gap) + 1.0) / ROOM);
  }

  private static String limit(double seconds) {
    int failed = failed(seconds);
    return "{ degraded: %ds, failed: %ds }".formatted(failed / 2, failed);
  }

  private static int failed(double seconds) {
    double wanted = Math.max(LEAST, ROOM * seconds);
    return STEPS.stream().filter(step -> step >= wanted).findFirst().orElse(STEPS.getLast());
  }

  private static String recorded(double seconds) {
    return String.format(Locale.ROOT, "recorded: %.2f s", Math.max(0, seconds));
  }

  /** Long enough for all steps of one run. */
  private int seconds() {
    return failed(login) + failed(connect) + failed(firstEvent) + failed(wholeAnswer());
  }

  String timeout() {
    return Math.max(DEFAULT_TIMEOUT, seconds()) + "s";
  }

  String every() {
    return Math.max(DEFAULT_TIMEOUT, seconds()) + "s";
  }
}
