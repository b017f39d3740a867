package io.goldenpath.platforms;

import static io.goldenpath.platforms.ScriptedPlatform.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.JourneyRunner;
import io.goldenpath.journey.login.YamlTargetRunner;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.Run;
import java.util.function.BiConsumer;
import okhttp3.WebSocket;
import org.junit.jupiter.api.Test;

/** What a dialect may describe and none of the bundled ones does, over real sockets. */
class DescribedPlatformIT {

  private static final String HELLO = "{\"type\":\"hello\"}";
  private static final String TARGET =
      """
      goldenpath:
        targets:
          it:
            login: { type: jwt, url: "http://ADDRESS", jwt: { secret: "0123456789abcdef0123456789abcdef" } }
            users: [ { subject: u1 } ]
            socket: { url: "ws://ADDRESS/chat" }
            dialect: mine
            contract: plain
            listen: 50ms
            limits: { first-event: { failed: 2s }, gap: { failed: 4s }, welcome: { failed: 2s } }
            journeys: { golden-path: { every: 1m } }
        dialects:
          mine:
            ready: "frame.type == 'hello'"
      """;

  @Test
  void aHeartbeatThatIsNotAnsweredEndsTheConnection() throws Exception {
    Run run =
        run(
            """
            heartbeats: [ { every: 1s, send: { op: 1 }, answered: "frame.op == 11" } ]
            submit: { send: { ask: "{text}" } }
            end: { success: "frame.type == 'done'" }
            """,
            (socket, frame) -> {
              if (frame.contains("ask")) {
                socket.send("{\"type\":\"started\"}");
              }
            });

    assertThat(run.findings())
        .singleElement()
        .returns(FindingKind.DROPPED, Finding::kind)
        .extracting(Finding::message)
        .asString()
        .contains("no answer to our heartbeat for 1 s");
  }

  @Test
  void quietEndsARunThatHasNoEndOfItsOwn() throws Exception {
    Run run =
        run(
            """
            submit: { send: { ask: "{text}" } }
            answer: { deltas: /text }
            end: { quiet: 300ms }
            """,
            (socket, frame) -> {
              socket.send("{\"type\":\"token\",\"text\":\"You said \"}");
              socket.send("{\"type\":\"token\",\"text\":\"" + answer(frame) + "\"}");
            });

    assertThat(run.findings()).isEmpty();
  }

  @Test
  void theServerAsksForEachStepOfAQuestion() throws Exception {
    Run run =
        run(
            """
            variables: { session: { is: text, per: run } }
            opening: [ { send: { join: "{session}" } } ]
            submit:
              - { when: "frame.type == 'send_hash'", send: { hash: "{session}", number: "{/n}" } }
              - { when: "frame.type == 'send_data'", send: { data: "{text}" } }
            answer: { at: /output }
            end: { success: "frame.type == 'done'" }
            """,
            (socket, frame) -> {
              if (frame.contains("join")) {
                socket.send("{\"type\":\"send_hash\",\"n\":7}");
              } else if (frame.contains("hash")) {
                socket.send(
                    "{\"type\":\"%s\"}".formatted(frame.endsWith("7}") ? "send_data" : "error"));
              } else {
                socket.send("{\"type\":\"done\",\"output\":\"" + answer(frame) + "\"}");
              }
            });

    assertThat(run.findings()).isEmpty();
  }

  @Test
  void aQuestionByHttpNamesTheRunAfterItsFirstEventsCame() throws Exception {
    Run run =
        run(
            """
            submit: { post: "http://ADDRESS/ask", json: { text: "{text}" }, capture: { run: /run } }
            ours: "frame.run == vars.run"
            answer: { at: /output }
            end: { success: "frame.type == 'done'" }
            """,
            (socket, body) -> {
              socket.send("{\"type\":\"started\",\"run\":\"r1\"}");
              socket.send("{\"type\":\"done\",\"run\":\"r0\",\"output\":\"of another\"}");
              socket.send("{\"type\":\"done\",\"run\":\"r1\",\"output\":\"" + answer(body) + "\"}");
            });

    assertThat(run.findings()).isEmpty();
    assertThat(run.users().getFirst().events()).hasSize(3);
  }

  @Test
  void anotherUsersIdIsALeak() throws Exception {
    Run run =
        run(
            """
            submit: { send: { ask: "{text}" } }
            fields: { user: /users/* }
            answer: { at: /output }
            end: { success: "frame.type == 'done'" }
            """,
            (socket, frame) -> {
              socket.send("{\"type\":\"started\",\"users\":[\"u1\",\"u2\"]}");
              socket.send(
                  "{\"type\":\"done\",\"users\":[\"u1\"],\"output\":\"" + answer(frame) + "\"}");
            });

    assertThat(run.findings()).extracting(Finding::kind).contains(FindingKind.LEAK_IDENTITY);
  }

  private static Run run(String dialect, BiConsumer<WebSocket, String> script) throws Exception {
    try (ScriptedPlatform platform = new ScriptedPlatform(HELLO, script);
        JourneyRunner runner = new JourneyRunner()) {
      String yaml = (TARGET + dialect.indent(6)).replace("ADDRESS", platform.address());
      return runner.run(runner.journey(YamlTargetRunner.only(yaml)));
    }
  }
}
