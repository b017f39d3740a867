package io.goldenpath;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may use whom: the table of {@code docs/architecture.md} as a test. */
class ArchitectureTests {

  private static final String BASE = "io.goldenpath";
  private static final String MODEL = "model.*";
  private static final String CONTRACT = "contract.*";
  private static final int MOST_FILES = 25;

  /** Every package beneath the base, and the packages of ours that it may use. */
  private static final Map<String, Set<String>> MAY_USE = new TreeMap<>();

  static {
    allow("model.time");
    allow("model.target", "model.time");
    allow("model.finding", "model.time");
    allow("model.probe", "model.time", "model.target", "model.finding");
    allow("model.regression", "model.time", "model.target", "model.finding", "model.probe");
    allow("model.http");
    allow("model.run", MODEL);
    allow("redaction", MODEL);
    allow("strip", MODEL);

    allow("contract.event", MODEL);
    allow("contract.definition", MODEL, "contract.event", "framing");
    allow("contract.stream", MODEL, "contract.event", "contract.definition");
    allow(
        "contract.rules",
        MODEL,
        "contract.event",
        "contract.definition",
        "contract.stream",
        "framing");
    allow("contract.isolation", MODEL, "redaction", CONTRACT);
    allow("framing", MODEL);
    allow("framing.json", MODEL, "framing");
    allow("framing.graphql", MODEL, "framing");
    allow("framing.socketio", MODEL, "framing");
    allow("framing.stomp", MODEL, "framing");
    allow("dialect", MODEL, "contract.event", "framing", "framing.*");
    allow("dialect.definition", MODEL, "framing");
    allow(
        "dialect.conversation",
        MODEL,
        "contract.event",
        "framing",
        "dialect",
        "dialect.definition");

    allow("wire.http");
    allow("wire.address", MODEL);
    allow("wire.tls");
    allow("wire", MODEL, "wire.http", "wire.address", "wire.tls");
    allow("wire.warmup", MODEL, "wire");

    String[] walks = {MODEL, "redaction", CONTRACT, "framing", "dialect", "wire", "wire.address"};
    allow("journey.run", walks);
    allow("journey.login", and(walks, "journey.run"));
    allow("journey.chat", and(walks, "journey.run", "journey.login"));
    allow("journey.release", and(walks, "journey.run"));
    for (String journey : List.of("journey.isolation", "journey.recovery", "journey.refusal")) {
      allow(journey, and(walks, "journey.run", "journey.login", "journey.chat"));
    }

    String[] reads = {MODEL, "redaction", CONTRACT, "dialect", "dialect.*"};
    allow("settings.keys.value", MODEL);
    allow("settings.keys.notify", MODEL, "settings.keys.value");
    allow("settings.keys.access", MODEL);
    allow(
        "settings.keys",
        and(
            reads,
            "framing",
            "settings.keys.value",
            "settings.keys.notify",
            "settings.keys.access"));
    allow("settings.source");
    allow(
        "settings.mistakes", and(reads, "settings.keys", "settings.keys.value", "settings.source"));
    allow("settings.condition", and(reads, "settings.mistakes"));
    allow(
        "settings.request", and(reads, "settings.keys", "settings.mistakes", "settings.condition"));
    allow(
        "settings.dialect",
        and(
            reads,
            "framing",
            "framing.*",
            "settings.keys",
            "settings.source",
            "settings.mistakes",
            "settings.condition",
            "settings.request"));
    allow(
        "settings.notify",
        and(reads, "settings.keys.notify", "settings.keys.value", "settings.mistakes"));
    allow("settings.tls", and(reads, "settings.mistakes"));
    allow(
        "settings.service",
        and(reads, "settings.keys", "settings.keys.access", "settings.mistakes"));
    allow(
        "settings.reader",
        and(
            reads,
            "settings.keys",
            "settings.keys.value",
            "settings.source",
            "settings.mistakes",
            "settings.condition",
            "settings.request",
            "settings.dialect",
            "settings.keys.notify",
            "settings.notify",
            "settings.service",
            "settings.tls"));
    allow("settings.load", and(reads, "settings.*"));

    allow("har");
    allow("inference.yaml");
    allow("inference.chat", "framing", "framing.*", "har");
    allow("inference.event", "framing", "inference.chat");
    allow("inference.login", "framing", "har", "inference.chat");
    allow("inference.exchange", "framing", "inference.chat", "inference.event", "inference.login");
    allow(
        "inference.live",
        MODEL,
        "contract.event",
        "contract.definition",
        "inference.yaml",
        "inference.chat",
        "inference.event");
    allow("inference", MODEL, "redaction", "framing", "har", "inference.*");

    allow("schedule", MODEL);
    allow("verdict", MODEL);
    allow("history", MODEL, "verdict", "history.store", "history.recording");
    allow("history.store", MODEL);
    allow("history.recording", MODEL, "history.store");
    allow("history.overview", MODEL, "history.store", "history.recording");
    allow("history.trend", MODEL, "history.store", "history.recording");
    allow("regression", MODEL);
    allow("release", MODEL, "regression");
    allow("maintenance", MODEL, "history.store", "history.recording");
    allow("regression.storage", MODEL, "regression", "history.store", "history.recording");
    allow("incident", MODEL, "verdict");
    allow("incident.storage", MODEL, "incident", "history.store", "history.recording");
    allow("slo", MODEL, "history.store", "history.recording");

    String[] tells = {
      MODEL,
      "redaction",
      "strip",
      "verdict",
      "history",
      "history.*",
      "regression",
      "maintenance",
      "incident",
      "incident.storage",
      "slo",
      "settings.*",
      "schedule"
    };
    allow("metrics", tells);
    allow("tracing", MODEL);
    allow("notify.message", tells);
    allow("notify.receiver", and(tells, "notify.message"));
    allow("notify.outbox", and(tells, "notify.message"));
    allow("notify", and(tells, "notify.*"));
    allow("health", tells);
    allow("cli.report", tells);
    allow("cli.check", tells);
    allow("cli.kept", and(tells, "cli.report"));
    allow(
        "cli.recording",
        MODEL,
        "contract.event",
        "contract.definition",
        "framing",
        "dialect",
        "inference",
        "inference.chat",
        "inference.live",
        "settings.dialect",
        "settings.mistakes",
        "settings.reader");
    allow("cli", and(tells, CONTRACT, "dialect", "har", "inference", "cli.*"));
    allow("web.page", tells);
    allow("web.page.probe", and(tells, "web.page"));
    allow("web.page.status", and(tells, "web.page"));
    allow("web.run", and(tells, "web.page"));
    allow("web.har", tells);
    allow("web.api", tells);
    allow("web.access.oidc", tells);
    allow("web.access", and(tells, "web.api", "web.access.oidc"));
    allow("web.events", and(tells, "web.api"));
    allow("web.probe", and(tells, "web.api", "web.access"));
    allow("web", and(tells, "web.*"));

    allow("demo.script");
    allow("demo.platform", "demo.script");
  }

  private static final JavaClasses MONITOR =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  private static void allow(String name, String... others) {
    MAY_USE.put(name, Set.of(others));
  }

  private static String[] and(String[] some, String... more) {
    return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
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
        .because(
            "'%s' may use only %s of ours: move the class to a package that may, hand the value in,"
                    .formatted(name, new TreeSet<>(allowed))
                + " or, if the arrow is meant, add it here and to docs/architecture.md")
        .check(MONITOR);
  }

  @Test
  void packagesFormNoCycle() {
    slices()
        .matching(BASE + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("of two packages, one must be readable without the other")
        .check(MONITOR);
  }

  @Test
  void filesFormNoCycle() {
    slices()
        .assignedFrom(files())
        .should()
        .beFreeOfCycles()
        .because(
            "of two files, one must be readable without the other: hand a value in, or move it")
        .check(MONITOR);
  }

  @Test
  void packagesFitOnAScreen() {
    Map<String, Long> crowded =
        MONITOR.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    crowded.values().removeIf(files -> files <= MOST_FILES);

    assertThat(crowded)
        .as(
            "packages of more than %d files: find the concept that wants one of its own",
            MOST_FILES)
        .isEmpty();
  }

  @Test
  void noTwoTypesShareAName() {
    Map<String, Set<String>> names =
        MONITOR.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    Collectors.mapping(JavaClass::getName, Collectors.toSet())));
    names.values().removeIf(same -> same.size() == 1);

    assertThat(names).as("one name, two types: say in the name what sets them apart").isEmpty();
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

    assertThat(lost)
        .as("packages that are not on the map: say in MAY_USE what they may use")
        .isEmpty();
  }

  private static DescribedPredicate<JavaClass> oursOutside(Set<String> allowed) {
    return DescribedPredicate.describe(
        "are ours, outside " + allowed,
        type ->
            type.getPackageName().startsWith(BASE)
                && !allowed.stream().anyMatch(name -> isIn(type.getPackageName(), name)));
  }

  private static SliceAssignment files() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return SliceIdentifier.of(type.getName().replaceFirst("\\$.*", ""));
      }

      @Override
      public String getDescription() {
        return "files";
      }
    };
  }

  private static boolean isIn(String type, String name) {
    return name.endsWith(".*")
        ? type.startsWith(BASE + "." + name.substring(0, name.length() - 1))
        : type.equals(BASE + "." + name);
  }
}
