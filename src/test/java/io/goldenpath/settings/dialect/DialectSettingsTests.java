package io.goldenpath.settings.dialect;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.goldenpath.dialect.conversation.DescribedDialect;
import io.goldenpath.dialect.definition.AnswerRules;
import io.goldenpath.dialect.definition.DialectDefinition;
import io.goldenpath.dialect.definition.ReadyRule;
import io.goldenpath.dialect.definition.SentMessage;
import io.goldenpath.settings.mistakes.SettingsException;
import io.goldenpath.settings.reader.WrittenSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectSettingsTests {

  private static final String TARGET =
      """
      goldenpath:
        targets:
          chat:
            login: { type: token }
            users: [ { token: "${PASSWORD}" } ]
            socket: { url: "ws://localhost/chat" }
            dialect: mine
        dialects:
          mine:
      """;

  @Test
  void readsOneInPlaceOfAList() throws IOException {
    DialectDefinition read =
        read(
            """
            ready: "frame.type in ['hello', 'welcome']"
            submit: { send: { type: ask, text: "{text}", number: 3 } }
            answer: { deltas: /text, of: token }
            end: { success: "frame.type == 'done'" }
            """);

    assertThat(read.exchange().opening().ready()).isInstanceOf(ReadyRule.Count.class);
    assertThat(read.exchange().submit()).hasSize(1);
    assertThat(read.events().answer().of()).containsExactly("token");
    assertThat(read.end().success().conditions())
        .singleElement()
        .hasToString("frame.type == 'done'");
  }

  @Test
  void readsEveryKey() throws IOException {
    DialectDefinition read =
        read(
            """
            framing: { type: json, refused: "frame.code == 401" }
            variables: { session: { is: uuid, per: run }, message: uuid, seq: { is: counter, per: message } }
            captures: [ { when: "frame.type == 'hello'", take: { sid: /sid } } ]
            opening:
              - { send: { type: hello, session: "{session}" } }
              - { when: "frame.type == 'who'", send: '{"me":["{token}"]}', capture: { who: /who } }
            ready: { when: "frame.type == 'hello'", count: 2 }
            replies:
              - { when: "frame.msg == 'send_hash'", send: { session_hash: "{session}", fn_index: 0 } }
            heartbeats:
              - { when: "frame.type == 'ping'", send: { type: pong, id: "{/id}" } }
              - { every: 30s, send: { op: 1 }, answered: "frame.op == 11" }
              - { every: "{interval}", send: { op: 2 } }
            submit:
              - { post: "https://api.example.com/runs", json: { text: "{text}" }, capture: { run: /run_id } }
              - { send: { type: ask, id: "{message}", n: "{seq}" } }
            accepted: { when: "frame.type == 'result'", capture: { interval: /ms }, refused: "!frame.success", message: /error/message }
            ours: "frame.run == vars.run"
            foreign: fail
            ignore: "frame.data.source == 'user'"
            event: [ /event, /type, "= name" ]
            events: [ { name: tool_start, when: "frame.state == 'start'" } ]
            fields: { run: /run_id, user: [/user_id, /owner], time: /timestamp, sequence: /seq }
            answer: { at: /result/text, separator: "" }
            end:
              success: ["frame.type == 'run.finished'", "frame.type == 'usage'"]
              ordered: true
              failure: "frame.type == 'run.failed'"
              paused: "frame.type == 'input.requested'"
              quiet: 1500ms
              after: "frame.type in ['title', 'usage']"
              message: /error/message
            errors:
              - { when: "frame.type == 'error'", message: [/error, /message], is: error_event }
            resume: { opening: [ { send: { type: resume } } ], ready: none }
            close: { expected: [1000], refused: [4401, 4403] }
            sockets: per-question
            """);

    assertThat(read.variables().made()).hasSize(3);
    assertThat(read.variables().read()).containsExactly("run");
    assertThat(requireNonNull(read.events().ours()).needs()).containsExactly("run");
    assertThat(read.exchange().heartbeats()).hasSize(3);
    assertThat(read.exchange().submit()).hasSize(2);
    assertThat(requireNonNull(read.exchange().resume()).ready()).isEqualTo(new ReadyRule.AtOnce());
    assertThat(read.connection().perQuestion()).isTrue();
    assertThat(read.connection().closeCodes().refused()).containsExactlyInAnyOrder(4401, 4403);
    assertThat(read.events().fields().user()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          submit: { send: { text: "{txt}" } }          ¦ submit[0].send ¦ there is no variable {txt}
          submit: { send: { text: "{text|jsn}" } }     ¦ submit[0].send ¦ there is no filter 'jsn'
          submit: { send: '{"text": {text}}' }         ¦ submit[0].send ¦ is no JSON
          submit: { event: ask }                       ¦ submit[0].event ¦ belongs to framing type socket-io
          submit: { snd: { a: 1 } }                    ¦ submit.snd ¦ the nearest one is 'send'
          ready: "frme.type == 'a'"                    ¦ ready.when ¦ perhaps 'frame' was meant
          ours: "frame.id == vars.idd"                 ¦ ours ¦ there is no variable {idd}
          framing: { type: json, namespace: /chat }    ¦ framing.namespace ¦ belongs to framing type socket-io
          framing: { type: socket-io, namespace: chat } ¦ framing.namespace ¦ a namespace begins with /
          framing: { type: socket-io, binary: text }   ¦ framing.binary ¦ expected ignore or fail
          framing: { type: mqtt }                      ¦ framing.type ¦ expected one of json, socket-io, stomp
          fields: { run: run_id }                      ¦ fields.run[0] ¦ expected a JSON pointer
          answer: { at: /a, deltas: /b }               ¦ answer ¦ expected one of at, deltas, snapshot
          events: [ { name: x } ]                      ¦ events[0].when ¦ is missing: a condition in CEL
          heartbeats: { every: 30, send: { op: 1 } }   ¦ heartbeats[0].every ¦ a duration needs a unit
          close: { refused: 44 }                       ¦ close.refused[0] ¦ must be from 1000 to 4999
          extends: other                               ¦ extends ¦ there is no dialect 'other'
          extends: mine                                ¦ extends ¦ leads back to itself: mine → mine
          end: { quiet: 0s }                           ¦ end.quiet ¦ must be longer than zero
          variables: { id: { is: guid } }              ¦ variables.id.is ¦ one of uuid, counter, text
          submit: { file: no.json }                    ¦ submit[0].file ¦ there is no file
          """)
  void saysWhatIsWrong(String dialect, String key, String problem) throws IOException {
    assertThat(mistakes(dialect))
        .anySatisfy(mistake ->
            assertThat(mistake).startsWith("goldenpath.dialects.mine." + key).contains(problem));
  }

  @Test
  void inheritsWhatItDoesNotWrite() throws IOException {
    DialectDefinition read =
        read(
            """
            extends: openai-realtime
            submit: { send: { type: ask, text: "{text}" } }
            end: { quiet: 2s }
            answer: { at: /whole }
            """);

    assertThat(read.name()).isEqualTo("mine");
    assertThat(read.exchange().submit()).hasSize(1);
    assertThat(read.exchange().opening().steps()).hasSize(1);
    assertThat(read.end().quiet()).isEqualTo(Duration.ofSeconds(2));
    assertThat(read.end().failure()).isNotNull();
    assertThat(read.events().answer().kind()).isEqualTo(AnswerRules.Kind.AT);
  }

  @Test
  void readsATemplateFromAFileBesideTheSettings(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("ask.json"), "{\"ask\":[\"{text}\",\"{nothing}\"]}");
    Path settings = folder.resolve("settings.yaml");
    Files.writeString(settings, TARGET + "submit: { file: ask.json }".indent(6));

    assertThat(
            catchThrowableOfType(
                SettingsException.class, () -> WrittenSettings.ofFile(settings).settings()))
        .hasMessageContaining(
            "submit[0].file (settings.yaml line 10): there is no variable {nothing}")
        .hasMessageNotContaining("there is no file");
  }

  @Test
  void mayUseWhatTheTargetCaptures() throws IOException {
    String written =
        (TARGET + "submit: { send: { room: \"{room}\" } }\nend: { quiet: 1s }".indent(6))
            .replace(
                "dialect: mine",
                "dialect: mine\n      prepare: [ { get: 'http://localhost/r', capture: { room: /id } } ]");

    assertThat(definition(WrittenSettings.ofYaml(written)).exchange().submit()).hasSize(1);
  }

  @Test
  void callsTheHostOfTheTargetsLogin() throws IOException {
    String written =
        (TARGET
                + "submit: { post: /ask, json: { text: \"{text}\" } }\nend: { quiet: 1s }"
                    .indent(6))
            .replace("type: token", "type: token, url: \"https://api.example.com/login\"");

    assertThat(definition(WrittenSettings.ofYaml(written)).exchange().submit())
        .singleElement()
        .extracting(step -> ((SentMessage.Call) step.send()).request().url().reveal())
        .isEqualTo("https://api.example.com/ask");
  }

  @Test
  void refusesAContractWhoseEventsNoRuleMakes() throws IOException {
    String dialect =
        """
        event: none
        events: [ { name: answered, when: "frame.type == 'answer'" } ]
        submit: { send: { text: "{text}" } }
        """;

    assertThat(mistakes(dialect, "default"))
        .contains(
            "goldenpath.targets.chat.contract (written.yaml line 7): mine never reports an event"
                + " 'agent_started'; it reports answered");
    assertThat(mistakes(dialect, "plain"))
        .singleElement()
        .asString()
        .startsWith("goldenpath.targets.chat.contract")
        .contains("mine tells no end but by an event; expected answered");
  }

  @Test
  void holdsNoContractAgainstADialectThatMayReportAnyName() throws IOException {
    String written =
        TARGET + "submit: { send: { text: \"{text}\" } }\nend: { quiet: 1s }".indent(6);

    assertThat(
            WrittenSettings.ofYaml(
                    written.replace("dialect: mine", "dialect: mine\n      contract: default"))
                .settings()
                .setups())
        .hasSize(1);
  }

  private static DialectDefinition read(String dialect) throws IOException {
    return definition(WrittenSettings.ofYaml(TARGET + dialect.indent(6)));
  }

  private static DialectDefinition definition(WrittenSettings written) {
    return ((DescribedDialect) written.settings().setups().getFirst().dialect()).definition();
  }

  private static List<String> mistakes(String dialect) throws IOException {
    return mistakes(dialect, "plain");
  }

  private static List<String> mistakes(String dialect, String contract) throws IOException {
    WrittenSettings written =
        WrittenSettings.ofYaml(
            TARGET.replace(
                    "url: \"ws://localhost/chat\" }",
                    "url: \"ws://localhost/chat\" }\n      contract: " + contract)
                + dialect.indent(6));
    return catchThrowableOfType(SettingsException.class, written::settings).mistakes().stream()
        .map(Object::toString)
        .toList();
  }
}
