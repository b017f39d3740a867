package io.goldenpath.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.EventPair;
import io.goldenpath.contract.definition.ExpectedEvent;
import io.goldenpath.contract.definition.ExpectedField;
import io.goldenpath.contract.definition.SequenceNumbering;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.ToolUse;
import io.goldenpath.settings.mistakes.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContractSettingsTests {

  private static final String TARGET =
      """
      goldenpath:
        targets:
          staging:
            login: { type: none }
            socket: { url: wss://api.example.com/ws }
            contract: chat
      """;

  private static ProbeSetup setup(String contract) throws IOException {
    return WrittenSettings.ofYaml(TARGET + contract.indent(2)).settings().setups().getFirst();
  }

  @Test
  void changesNothingThatIsNotWritten() throws IOException {
    Contract contract =
        setup(
                """
                contracts:
                  chat:
                    severity: { late_event: info, duplicate-event: error }
                """)
            .contract();

    assertThat(contract)
        .isEqualTo(
            new Contract(
                "chat",
                Contract.DEFAULT.events(),
                Contract.DEFAULT.flow(),
                new Contract.Strictness(
                    Set.of(),
                    Contract.UnknownPolicy.IGNORE,
                    null,
                    Map.of(
                        FindingKind.LATE_EVENT, Severity.INFO,
                        FindingKind.DUPLICATE_EVENT, Severity.ERROR)),
                Contract.DEFAULT.fabricationSigns(),
                List.of()));
  }

  @Test
  void readsEverything() throws IOException {
    ProbeSetup setup =
        setup(
            """
            contracts:
              chat:
                events:
                  - { name: agent_started, max: 1, within: 2s }
                  - { name: stream_chunk, min: 2, repeats: true, fields: [ { at: [/delta, /text], type: string, min-length: 1, max-length: 50 } ] }
                  - { name: subagent_started, min: 0 }
                  - { name: subagent_completed, min: 0, within: 3s, after: subagent_started, fields: [ { at: /id, required: false } ] }
                  - { name: agent_completed }
                flow:
                  first: agent_started
                  terminal: agent_completed
                  order: [ agent_started < stream_chunk < agent_completed, agent_started < subagent_started ]
                  pairs: [ { opens: subagent_started, closes: subagent_completed, keys: [ agent, /id ] } ]
                strict: { unknown: fail, forbidden: [ debug ], sequence: /seq }
                fakes: { texts: [ "Canned:" ], total: 300ms, spread: 50ms }
                answer: [ "answer.size() > 5", "event.status == 'ok' && seconds < 20.0" ]
            """);
    Contract contract = setup.contract();

    assertThat(contract.eventNames())
        .containsExactly(
            "agent_started",
            "stream_chunk",
            "subagent_started",
            "subagent_completed",
            "agent_completed");
    assertThat(contract.required(ToolUse.REQUIRED))
        .containsExactly("agent_started", "stream_chunk", "agent_completed")
        .isEqualTo(setup.probe().events());
    assertThat(contract.events().get(0).deadline())
        .isEqualTo(new ExpectedEvent.EventDeadline(Duration.ofSeconds(2), null));
    assertThat(contract.events().get(0).count()).isEqualTo(new ExpectedEvent.Count(1, 1));
    assertThat(contract.events().get(1).mayRepeat()).isTrue();
    assertThat(contract.events().get(1).fields())
        .containsExactly(
            new ExpectedField(List.of("/delta", "/text"), true, ExpectedField.Type.STRING, 1, 50));
    assertThat(contract.events().get(3).deadline())
        .isEqualTo(new ExpectedEvent.EventDeadline(Duration.ofSeconds(3), "subagent_started"));
    assertThat(contract.flow().order().before("agent_started", "agent_completed")).isTrue();
    assertThat(contract.flow().order().before("stream_chunk", "subagent_started")).isFalse();
    assertThat(contract.flow().pairs())
        .containsExactly(EventPair.of("subagent_started", "subagent_completed", "agent", "/id"));
    assertThat(contract.strictness().unknownPolicy()).isEqualTo(Contract.UnknownPolicy.FAIL);
    assertThat(contract.strictness().forbidden()).containsExactly("debug");
    assertThat(contract.strictness().sequence()).isEqualTo(SequenceNumbering.ofRun("/seq"));
    assertThat(contract.fabricationSigns().minSpread()).isEqualTo(Duration.ofMillis(50));
    assertThat(contract.fabricationSigns().tools())
        .isEqualTo(Contract.DEFAULT.fabricationSigns().tools());
    assertThat(contract.conditions()).hasSize(2);
  }

  @Test
  void ordersOwnEventsAsTheyAreListedUnlessSaidOtherwise() throws IOException {
    Contract contract =
        setup(
                """
                contracts:
                  chat:
                    events: [ { name: agent_started }, { name: agent_completed }, { name: progress_update, min: 0 } ]
                """)
            .contract();

    assertThat(contract.flow().order().before("agent_started", "progress_update")).isTrue();
  }

  @Test
  void showsWhereAConditionIsWrong() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() ->
            setup(
                """
                contracts:
                  chat:
                    answer: [ "answer.size() > 3", "reply == 'x'" ]
                """))
        .withMessageContaining(
            "goldenpath.contracts.chat.answer[1] (written.yaml line 9): is no condition:"
                + " there is no variable 'reply'; known: answer, event, nonce, seconds, sum")
        .withMessageContaining("reply == 'x'\n    ^");
  }

  @Test
  void keepsTheBundledContractsName() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() ->
            setup(
                """
                contracts:
                  chat: { answer: [ "true" ] }
                  default: { answer: [ "true" ] }
                """))
        .withMessageContaining("'default' is a bundled contract: give yours another name");
  }

  @Test
  void readsTheManualsExample() throws IOException {
    String manual = Files.readString(Path.of("docs/contracts.md"));
    int from = manual.indexOf("```yaml") + 8;
    String example =
        manual
            .substring(from, manual.indexOf("```", from))
            .replace(
                "    staging:",
                "    staging:\n      login: { type: none }\n      socket: { url: wss://example.com/ws }");

    Contract contract = WrittenSettings.ofYaml(example).settings().setups().getFirst().contract();

    assertThat(contract.name()).isEqualTo("chat");
    assertThat(contract.eventNames()).hasSize(8);
    assertThat(contract.conditions()).hasSize(3);
    assertThat(contract.strictness().severities()).hasSize(2);
  }
}
