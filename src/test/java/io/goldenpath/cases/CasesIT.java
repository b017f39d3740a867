package io.goldenpath.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case, walked over real sockets; {@code target/cases.md} tells what came of it. */
class CasesIT {

  private static final List<String> LINES = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private static CaseRunner runner;

  @BeforeAll
  static void open() throws Exception {
    runner = new CaseRunner();
    runner.run(PlatformCase.of("warm up"));
    LINES.add("| case | right | as it should be | seen |");
    LINES.add("|---|---|---|---|");
  }

  @AfterAll
  static void close() throws IOException {
    runner.close();
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target/cases.md"), LINES);
  }

  static Stream<PlatformCase> cases() {
    return PlatformCases.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void saysWhatIsRight(PlatformCase one) throws Exception {
    Observed seen = runner.run(one);
    List<String> differences = one.expected().differences(seen);
    LINES.add(
        "| `%s` | %s | %s | %s |"
            .formatted(
                one.name(), one.expected(), differences.isEmpty() ? "yes" : "no", cell(seen)));

    assertThat(differences).as("expected %s, but saw %s", one.expected(), seen).isEmpty();
  }

  private static String cell(Observed seen) {
    return seen.toString().replace("|", "\\|").replaceAll("\\s+", " ");
  }
}
