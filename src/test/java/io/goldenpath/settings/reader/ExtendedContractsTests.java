package io.goldenpath.settings.reader;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.EventPair;
import io.goldenpath.contract.definition.SequenceNumbering;
import io.goldenpath.contract.definition.SequenceNumbering.Scope;
import io.goldenpath.contract.definition.Terminal;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.settings.keys.ContractProperties;
import io.goldenpath.settings.load.YamlSourceLoader;
import io.goldenpath.settings.mistakes.Mistakes;
import io.goldenpath.settings.mistakes.SettingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.io.ByteArrayResource;

class ExtendedContractsTests {

  private static Contract contract(String name, String contracts) throws IOException {
    Binder binder =
        new Binder(
            ConfigurationPropertySources.from(
                new YamlSourceLoader()
                    .load(
                        "written",
                        new ByteArrayResource(contracts.getBytes(StandardCharsets.UTF_8)))));
    Map<String, ContractProperties> written =
        binder.bind("", Bindable.mapOf(String.class, ContractProperties.class)).get();
    Mistakes mistakes = new Mistakes(List.of());
    @Nullable Contract contract =
        ExtendedContracts.read(new SettingKey("contracts", mistakes), written, List.of()).get(name);
    assertThat(mistakes.all()).isEmpty();
    return requireNonNull(contract);
  }

  @Test
  void plainPromisesAnEndAndARightAnswer() throws IOException {
    Contract plain = contract("own", "own: { extends: plain }");

    assertThat(plain.events()).isEmpty();
    assertThat(plain.flow()).isEqualTo(Contract.PLAIN.flow());
    assertThat(plain.flow().terminal()).isEqualTo(Terminal.END);
    assertThat(plain.fabricationSigns().texts())
        .isEqualTo(Contract.DEFAULT.fabricationSigns().texts());
    assertThat(plain.fabricationSigns().equalGaps()).isFalse();
  }

  @Test
  void differsFromThePlainOneOnlyInWhatIsWritten() throws IOException {
    Contract own =
        contract(
            "own",
            """
            own:
              extends: plain
              flow:
                terminal: [ done, failed ]
                tools: { opens: call, closes: result, keys: [ call, { opens: "/content/*/id", closes: "/content/*/call_id" } ] }
              strict: { sequence: { at: /seq, step: 2, scope: socket } }
            """);

    assertThat(own.flow().terminal()).isEqualTo(Terminal.of("done", "failed"));
    assertThat(own.flow().first()).isNull();
    assertThat(own.flow().tools())
        .isEqualTo(
            new EventPair(
                "call",
                "result",
                List.of(
                    EventPair.Key.of("call"),
                    new EventPair.Key("/content/*/id", "/content/*/call_id"))));
    assertThat(own.strictness().sequence())
        .isEqualTo(new SequenceNumbering("/seq", 2, Scope.SOCKET));
  }

  @Test
  void inheritsFromOnesOwnContractWhateverTheirOrder() throws IOException {
    String contracts =
        """
        a-child:
          extends: parent
          fakes: { total: 2s }
          severity: { silent: critical }
        parent:
          extends: grandparent
          answer: [ "seconds < 5.0" ]
          severity: { late_event: info }
        grandparent:
          extends: plain
          events: [ { name: token, repeats: true }, { name: done } ]
          flow: { terminal: done }
          strict: { unknown: fail, forbidden: [ debug ], sequence: /seq }
          fakes: { texts: [ canned ], total: 1s, spread: 50ms, gaps: true }
        """;
    Contract child = contract("a-child", contracts);

    assertThat(child.eventNames()).containsExactly("token", "done");
    assertThat(child.flow().order().before("token", "done")).isTrue();
    assertThat(child.flow().terminal()).isEqualTo(Terminal.of("done"));
    assertThat(child.conditions()).hasSize(1);
    assertThat(child.strictness())
        .isEqualTo(
            new Contract.Strictness(
                Set.of("debug"),
                Contract.UnknownPolicy.FAIL,
                SequenceNumbering.ofRun("/seq"),
                Map.of(
                    FindingKind.LATE_EVENT, Severity.INFO,
                    FindingKind.SILENT, Severity.CRITICAL)));
    assertThat(child.fabricationSigns())
        .isEqualTo(
            new Contract.FabricationSigns(
                Set.of("canned"), Set.of(), Duration.ofSeconds(2), Duration.ofMillis(50), true));
  }

  @Test
  void mayEndWithTheDialectsEndWhateverItExtends() throws IOException {
    Contract own = contract("own", "own: { flow: { terminal: end } }");

    assertThat(own.flow().terminal()).isEqualTo(Terminal.END);
    assertThat(own.eventNames()).isEqualTo(Contract.DEFAULT.eventNames());
  }
}
