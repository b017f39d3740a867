package io.goldenpath.platforms;

import static io.goldenpath.platforms.ScriptedPlatform.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.TightenedTarget;
import io.goldenpath.model.finding.FindingKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.WebSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code record TARGET} on a platform that a dialect describes, whose contract is plain. */
class RecordDescribedIT {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String TARGET =
      """
      goldenpath:
        targets:
          it:
            login: { type: jwt, url: "http://ADDRESS", jwt: { secret: "SECRET" } }
            users: [ { subject: hinted } ]
            socket: { url: "ws://ADDRESS/chat" }
            dialect: mine
            listen: 50ms
            manners: { connects: 60 }
            journeys: { golden-path: { every: 1m } }
        dialects:
          mine:
            ready: "frame.type == 'hello'"
            submit: { send: { ask: "{text}" } }
            event: /type
            answer: { of: token, deltas: /text }
            end: { success: "frame.type == 'done'" }
      """;

  private static final AtomicInteger QUESTIONS = new AtomicInteger();

  @TempDir private static Path folder;
  private static ScriptedPlatform platform;
  private static TightenedTarget recorded;
  private static volatile String left = "nothing";

  @BeforeAll
  static void record() throws IOException {
    platform = new ScriptedPlatform("{\"type\":\"hello\"}", RecordDescribedIT::reply);
    recorded = TightenedTarget.of(folder, settings(), "--runs", "4");
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @AfterEach
  void leaveNothingOut() {
    left = "nothing";
  }

  private static String settings() {
    return TARGET.replace("ADDRESS", platform.address()).replace("SECRET", SECRET);
  }

  /** Hints come with every other question, steps of one run in either order, ids with each. */
  private static void reply(WebSocket socket, String asked) {
    int question = QUESTIONS.incrementAndGet();
    boolean even = question % 2 == 0;
    say(socket, "started", "\"run\":\"r" + question + "\"");
    if (even) {
      say(socket, "hint", "\"run\":\"r" + question + "\"");
    }
    say(socket, even ? "memory" : "search", "\"run\":\"r" + question + "\"");
    say(socket, even ? "search" : "memory", "\"run\":\"r" + question + "\"");
    for (int use = 1; use <= 2; use++) {
      String call =
          "\"run\":\"r%d\",\"call\":{\"id\":\"c%d-%d\"}".formatted(question, question, use);
      say(socket, "tool_start", call);
      say(socket, left.equals("one tool_end") && use == 2 ? "other" : "tool_end", call);
    }
    say(socket, "job-%08d-a7c91".formatted(question), "\"run\":\"r" + question + "\"");
    say(socket, "token", "\"text\":\"%s\"".formatted(answer(asked)));
    say(socket, "token", "\"text\":\" .\"");
    say(
        socket,
        "done",
        "\"status\":\"%s\",\"run\":\"r%d\""
            .formatted(left.equals("success") ? "partial" : "success", question));
  }

  private static void say(WebSocket socket, String type, String more) {
    if (!left.equals(type)) {
      socket.send("{\"type\":\"%s\",%s}".formatted(type, more));
    }
  }

  @Test
  void makesNoRuleOfWhatDiffers() {
    assertThat(recorded.printed())
        .contains(
            "# 4 names of events look like ids or are too many, and are left out.",
            "extends: plain",
            "- name: hint  # in 2 of 4 runs, once",
            "min: 0  # not in every run",
            "- \"started < memory",
            "- \"started < search",
            "keys: [ \"/call/id\" ]  # each of 8 had both",
            "- \"event['status'] == 'success'\"  # said in each of 4 runs")
        .doesNotContain("job-", "memory < search", "search < memory", SECRET, "hinted");
  }

  @Test
  void passesFurtherRuns() throws Exception {
    recorded.isValid();

    assertThat(recorded.run()).isEmpty();
    assertThat(recorded.run()).isEmpty();
  }

  @Test
  void isRecordedAgainOnTopOfItself(@TempDir Path other) throws Exception {
    TightenedTarget again =
        TightenedTarget.of(other, settings() + "---\n" + recorded.printed(), "--runs", "2");

    again.isValid();
    assertThat(again.printed()).contains("contract: it-recorded-2", "extends: it-recorded  #");
    assertThat(again.run()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "started, MISSING_EVENT",
    "memory, MISSING_EVENT",
    "one tool_end, UNPAIRED_TOOL",
    "success, WRONG_ANSWER"
  })
  void failsWhereThePlainContractDoesNot(String missing, FindingKind kind) throws Exception {
    left = missing;

    assertThat(recorded.runUntightened()).isEmpty();
    assertThat(recorded.run()).contains(kind);
  }
}
