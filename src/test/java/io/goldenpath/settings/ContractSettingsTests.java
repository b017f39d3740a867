package io.goldenpath.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.goldenpath.contract.Contract;
import io.goldenpath.contract.EventPromise;
import io.goldenpath.contract.FieldPromise;
import io.goldenpath.contract.Pair;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.ToolUse;
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
    return Written.as(TARGET + contract.indent(2)).settings().setups().getFirst();
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
                new Contract.Rigour(
                    Set.of(),
                    Contract.Unknown.IGNORE,
                    null,
                    Map.of(
                        FindingKind.LATE_EVENT, Severity.INFO,
                        FindingKind.DUPLICATE_EVENT, Severity.ERROR)),
                Contract.DEFAULT.signs(),
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
                  - { name: run.started, max: 1, within: 2s }
                  - { name: token, min: 2, repeats: true, fields: [ { at: [/delta, /text], type: string, min-length: 1, max-length: 50 } ] }
                  - { name: step.opened, min: 0 }
                  - { name: step.closed, min: 0, within: 3s, after: step.opened, fields: [ { at: /id, required: false } ] }
                  - { name: run.finished }
                flow:
                  first: run.started
                  terminal: run.finished
                  order: [ run.started < token < run.finished, run.started < step.opened ]
                  pairs: [ { opens: step.opened, closes: step.closed, keys: [ agent, /id ] } ]
                strict: { unknown: fail, forbidden: [ debug ], sequence: /seq }
                fakes: { texts: [ "Canned:" ], total: 300ms, spread: 50ms }
                answer: [ "answer.size() > 5", "event.status == 'ok' && seconds < 20.0" ]
            """);
    Contract contract = setup.contract();

    assertThat(contract.path())
        .containsExactly("run.started", "token", "step.opened", "step.closed", "run.finished");
    assertThat(contract.required(ToolUse.REQUIRED))
        .containsExactly("run.started", "token", "run.finished")
        .isEqualTo(setup.probe().events());
    assertThat(contract.events().get(0).due())
        .isEqualTo(new EventPromise.Due(Duration.ofSeconds(2), null));
    assertThat(contract.events().get(0).count()).isEqualTo(new EventPromise.Count(1, 1));
    assertThat(contract.events().get(1).repeats()).isTrue();
    assertThat(contract.events().get(1).fields())
        .containsExactly(
            new FieldPromise(List.of("/delta", "/text"), true, FieldPromise.Type.STRING, 1, 50));
    assertThat(contract.events().get(3).due())
        .isEqualTo(new EventPromise.Due(Duration.ofSeconds(3), "step.opened"));
    assertThat(contract.flow().order().before("run.started", "run.finished")).isTrue();
    assertThat(contract.flow().order().before("token", "step.opened")).isFalse();
    assertThat(contract.flow().pairs())
        .containsExactly(new Pair("step.opened", "step.closed", List.of("agent", "/id")));
    assertThat(contract.rigour().unknown()).isEqualTo(Contract.Unknown.FAIL);
    assertThat(contract.rigour().forbidden()).containsExactly("debug");
    assertThat(contract.rigour().sequence()).isEqualTo("/seq");
    assertThat(contract.signs().spread()).isEqualTo(Duration.ofMillis(50));
    assertThat(contract.signs().tools()).isEqualTo(Contract.DEFAULT.signs().tools());
    assertThat(contract.conditions()).hasSize(2);
  }

  @Test
  void ordersOwnEventsAsTheyAreListedUnlessSaidOtherwise() throws IOException {
    Contract contract =
        setup(
                """
                contracts:
                  chat:
                    events: [ { name: agent_started }, { name: agent_completed }, { name: bye, min: 0 } ]
                """)
            .contract();

    assertThat(contract.flow().order().before("agent_started", "bye")).isTrue();
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
                + " undeclared reference to 'reply'; known are answer, event, nonce, seconds, sum")
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
        .withMessageContaining("'default' is the bundled contract: give yours another name");
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

    Contract contract = Written.as(example).settings().setups().getFirst().contract();

    assertThat(contract.name()).isEqualTo("chat");
    assertThat(contract.path()).hasSize(8);
    assertThat(contract.conditions()).hasSize(3);
    assertThat(contract.rigour().severities()).hasSize(2);
  }
}
