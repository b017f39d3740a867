package io.goldenpath.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case, walked over real sockets; {@code target/cases.md} tells what came of it. */
class CasesIT {

  private static final int AT_ONCE = 6;
  private static final List<String> LINES = new ArrayList<>();
  private static final Map<String, Future<Observed>> SEEN = new HashMap<>();

  @SuppressWarnings("NullAway.Init")
  private static CaseRunner runner;

  @SuppressWarnings("NullAway.Init")
  private static ExecutorService workers;

  @BeforeAll
  static void open() throws Exception {
    runner = new CaseRunner();
    runner.run(PlatformCase.of("warm up"));
    workers = Executors.newFixedThreadPool(AT_ONCE);
    PlatformCases.all().forEach(one -> SEEN.put(one.name(), workers.submit(() -> runner.run(one))));
    LINES.add("| case | right | as it should be | seen |");
    LINES.add("|---|---|---|---|");
  }

  @AfterAll
  static void close() throws IOException {
    workers.shutdownNow();
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
    Observed seen = Objects.requireNonNull(SEEN.get(one.name())).get(1, TimeUnit.MINUTES);
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
