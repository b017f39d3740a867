package io.goldenpath.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.FindingKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of finding has a case in which it is found. */
class FindingKindCasesTests {

  private static final Path TESTS = Path.of("src/test/java/io/goldenpath");

  /** Kinds that no behaviour of the demo platform shows, and the test that finds each. */
  private static final Map<FindingKind, String> ELSEWHERE =
      Map.of(
          FindingKind.DNS_FAILED, "journey/login/PasswordLoginIT.java",
          FindingKind.CONNECT_FAILED, "wire/TlsIT.java",
          FindingKind.TLS_FAILED, "wire/TlsIT.java",
          FindingKind.PROTOCOL_ERROR, "journey/chat/RelayFaultCase.java",
          FindingKind.SUBPROTOCOL_MISMATCH, "wire/WebSocketHandshakeIT.java",
          FindingKind.MESSAGE_TOO_LARGE, "contract/rules/WelcomePhaseTests.java",
          FindingKind.MONITOR_FAULT, "journey/chat/StalledRunIT.java");

  private static final Set<FindingKind> SHOWN =
      Stream.concat(Catalogue.cases(Catalogue.whole().faults()), LeakCases.cases())
          .flatMap(shown -> shown.signs().stream())
          .map(ExpectedFinding::kind)
          .collect(Collectors.toSet());

  @ParameterizedTest
  @EnumSource
  void hasACase(FindingKind kind) {
    if (!SHOWN.contains(kind)) {
      assertThat(ELSEWHERE)
          .as("no case shows %s: add one to the catalogue, or name its test here", kind)
          .containsKey(kind);
      assertThat(TESTS.resolve(ELSEWHERE.get(kind))).content().containsIgnoringCase(kind.label());
    }
  }
}
