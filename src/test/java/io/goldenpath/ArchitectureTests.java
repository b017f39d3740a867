package io.goldenpath;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.goldenpath.probe.Stopwatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may use whom: the table of {@code docs/architecture.md} as a test. */
class ArchitectureTests {

  private static final String BASE = "io.goldenpath";

  private static final Map<String, Set<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("probe", Set.of()),
              Map.entry("contract", Set.of("probe")),
              Map.entry("dialect", Set.of("probe", "contract")),
              Map.entry("wire", Set.of("probe")),
              Map.entry("journey", Set.of("probe", "contract", "dialect", "wire")),
              Map.entry("settings", Set.of("probe", "contract", "dialect")),
              Map.entry("schedule", Set.of("probe")),
              Map.entry("verdict", Set.of("probe")),
              Map.entry("history", Set.of("probe", "verdict")),
              Map.entry("metrics", teller()),
              Map.entry("health", teller()),
              Map.entry("web", teller()),
              Map.entry("cli", teller("contract", "dialect")),
              Map.entry("demo", Set.of("probe"))));

  private static final JavaClasses MONITOR =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  private static Set<String> teller(String... more) {
    return Stream.concat(
            Stream.of("probe", "verdict", "history", "settings", "schedule"), Arrays.stream(more))
        .collect(Collectors.toSet());
  }

  static Stream<Arguments> packages() {
    return MAY_USE.entrySet().stream().map(entry -> arguments(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest
  @MethodSource("packages")
  void usesOnlyWhatTheMapAllows(String name, Set<String> allowed) {
    noClasses()
        .that()
        .resideInAPackage(BASE + "." + name)
        .should()
        .dependOnClassesThat(
            oursOutside(
                Stream.concat(allowed.stream(), Stream.of(name)).collect(Collectors.toSet())))
        .because("'" + name + "' may use only " + allowed + " of ours")
        .allowEmptyShould(true)
        .check(MONITOR);
  }

  @Test
  void everyClassLivesOnTheMap() {
    Set<String> lost =
        MONITOR.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !name.equals(BASE))
            .map(name -> name.substring(BASE.length() + 1))
            .filter(name -> !MAY_USE.containsKey(name))
            .collect(Collectors.toSet());

    assertThat(lost).isEmpty();
  }

  @Test
  void vocabularyKnowsNoFramework() {
    noClasses()
        .that()
        .resideInAnyPackage(BASE + ".probe", BASE + ".contract")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "io.netty..", "io.micrometer..", "org.slf4j..")
        .because("words outlive frameworks")
        .check(MONITOR);
  }

  @Test
  void onlyTheWireOpensSockets() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BASE + ".wire", BASE + ".demo")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.netty..", "java.net.http..")
        .because("client sockets live in 'wire', with their deadlines")
        .check(MONITOR);
  }

  @Test
  void timeIsHandedIn() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("dates come from an InstantSource, so that tests can move them")
        .check(MONITOR);
    noClasses()
        .that()
        .areNotAssignableTo(Stopwatch.class)
        .should()
        .callMethod(System.class, "nanoTime")
        .because("durations come from a Stopwatch")
        .check(MONITOR);
  }

  @Test
  void nothingSleeps() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BASE + ".demo", BASE + ".cli")
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", Duration.class)
        .because("a wait can be ended; a command alone may wait on its own thread, and says so")
        .check(MONITOR);
  }

  @Test
  void namesAreNouns() {
    classes()
        .should()
        .haveNameNotMatching(".*(Impl|Utils?|Helper|Manager|Dto|Service)(\\$.*)?")
        .andShould()
        .haveSimpleNameNotStartingWith("Abstract")
        .because("a suffix that says nothing hides a concept")
        .check(MONITOR);
  }

  private static DescribedPredicate<JavaClass> oursOutside(Set<String> allowed) {
    return DescribedPredicate.describe(
        "are ours, outside " + allowed,
        type ->
            type.getPackageName().startsWith(BASE)
                && (type.getPackageName().equals(BASE)
                    || !allowed.contains(type.getPackageName().substring(BASE.length() + 1))));
  }
}
