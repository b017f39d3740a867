package io.goldenpath.cli;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static io.goldenpath.model.run.SampleRuns.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.SampleRuns;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which targets a check is of, by name and by label. */
class ProbeSelectionTests {

  private final CommandLineFixture commands = new CommandLineFixture(new FakeCheckEnvironment());

  @BeforeEach
  void configure() {
    add("eu", Map.of("team", "search", "tier", "1"));
    add("us", Map.of("team", "search", "tier", "2"));
    add("shop", Map.of("team", "sales"));
    add("bare", Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--all|eu us shop bare",
        "--tag team=search|eu us",
        "--tag team|eu us shop",
        "--tag team=search --tag tier=2|us",
        "--tag=tier us|us",
        "us eu|us eu",
        "--all --tag team=sales|shop"
      })
  void takesTargetsByNameAndLabel(String arguments, String targets) {
    assertThat(commands.check(arguments.split(" "))).as(commands.err()).isEqualTo(ExitCode.OK);
    assertThat(commands.out().lines().filter(line -> line.contains("PASSED")))
        .map(line -> line.replaceFirst("/.*", ""))
        .containsExactly(targets.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--strict|Which TARGET? Expected names, --all or --tag; known: eu, us, shop, bare",
        "--all us|Expected either names of targets or --all, but there are both",
        "--tag team=serch|There is no label 'team=serch'; known: team, team=sales, team=search,",
        "--tag team=serch|perhaps 'team=search' was meant",
        "shop --tag tier=1|There is no label 'tier=1'; known: team, team=sales",
        "--tag team=sales --tag tier|No target has all of the labels team=sales, tier",
        "--tags team|'--tags' is no option of check",
      })
  void refusesWhatIsNoTarget(String arguments, String complaint) {
    assertThat(commands.check(arguments.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(commands.err()).contains(complaint);
    assertThat(commands.out()).isEmpty();
  }

  @Test
  void saysThatThereIsNoTargetAtAll() {
    CommandLineFixture nothing = new CommandLineFixture(new FakeCheckEnvironment());

    assertThat(nothing.check("--all")).isEqualTo(ExitCode.USAGE);
    assertThat(nothing.err())
        .contains("There is no target; expected one beneath goldenpath.targets");
  }

  private void add(String target, Map<String, String> labels) {
    commands.environment.with(
        SampleRuns.labelled(probe(target), labels),
        (ticket, _) -> SampleRuns.passed(probe(target), ticket.id(), NOON));
  }
}
