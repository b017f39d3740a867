package io.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code validate} says of the events of a contract. */
class ValidatedEventsTests {

  private static final String SETTINGS =
      """
      goldenpath:
        targets:
          chat:
            login: { type: none }
            socket: { url: "wss://chat.example.com/ws" }
            dialect: mine
            contract: mine
            journeys: { golden-path: {}, recovery: { cut: none } }
        dialects:
          mine:
            EVENT
            events: [ { name: begun, when: "frame.kind == 'begin'" } ]
            submit: { send: { ask: "{text}" } }
            answer: { at: /text }
            end: { success: "frame.kind == 'end'" }
        contracts:
          mine: { extends: plain, events: [ { name: begun }, { name: thought } ] }
      """;

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void cannotBeKnownWhereThePlatformNamesThem() throws IOException {
    assertThat(validate("event: /kind")).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """
            chat: dialect mine takes names of events from the platform, so whether these come is not known: thought
            No mistakes: 2 probes of 1 targets
            """);
  }

  @Test
  void areAMistakeWhereNoRuleMakesThem() throws IOException {
    assertThat(validate("event: none")).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(err.toString())
        .contains("mine never reports an event 'thought'")
        .doesNotContain("event 'begun'");
  }

  private int validate(String event) throws IOException {
    Path file = Files.writeString(directory.resolve("one.yaml"), SETTINGS.replace("EVENT", event));
    return new Commands(
            _ -> {
              throw new AssertionError("nothing is started");
            },
            _ -> {
              throw new AssertionError("nothing is asked");
            },
            _ -> {
              throw new AssertionError("nothing is started");
            },
            "test",
            Map.of())
        .execute(
            new PrintWriter(out, true), new PrintWriter(err, true), "validate", file.toString());
  }
}
