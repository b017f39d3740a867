package io.goldenpath.settings.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.User;
import io.goldenpath.settings.mistakes.Mistake;
import io.goldenpath.settings.reader.Settings;
import io.goldenpath.settings.reader.SettingsReader;
import io.goldenpath.settings.reader.StoreFiles;
import io.goldenpath.settings.tls.TlsBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Files that change under a running monitor; a test looks when the timer would. */
class SettingsReloaderTests {

  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-24T13:00:00Z");
  private static final String ONE =
      """
      goldenpath:
        targets:
          one:
            login: { type: none }
            socket: { url: wss://one.example.com/ws }
      """;
  private static final String TWO =
      ONE
          + "    two:\n      login: { type: none }\n      socket: { url: wss://two.example.com/ws }\n";

  @TempDir private Path directory;
  private final List<Settings> taken = new ArrayList<>();
  private int refused;
  private Path file;

  @BeforeEach
  void writeOneTarget() throws IOException {
    file = directory.resolve("targets.yaml");
    Files.writeString(file, ONE);
  }

  @Test
  void takesUpAChangedTemplateOfADialect() throws IOException {
    Path template = directory.resolve("ask.json");
    Files.writeString(template, "{\"ask\":\"{text}\"}");
    Files.writeString(
        file,
        ONE
            + "      dialect: mine\n  dialects:\n    mine: { submit: { file: ask.json }, end: { quiet: 1s } }\n");
    RunningReloader monitor = started("file:" + file);
    monitor.settle();

    Files.writeString(template, "{\"question\":\"{text}\"}");
    monitor.settle();

    assertThat(taken).hasSize(1);
    assertThat(refused).isZero();
  }

  @Test
  void takesUpAnAddedAndARemovedTarget() throws IOException {
    RunningReloader monitor = started("file:" + file);

    Files.writeString(file, TWO);
    monitor.settle();
    assertThat(targets(monitor)).containsExactly("one", "two");

    Files.writeString(file, ONE);
    monitor.settle();
    assertThat(targets(monitor)).containsExactly("one");
    assertThat(taken).hasSize(2);
    assertThat(monitor.current().since()).isEqualTo(LATER);
  }

  @Test
  void readsAFileAgainOnlyOnceItHasChangedSinceTheStart() throws IOException {
    FileTime before = FileTime.from(START.minus(Duration.ofHours(1)));
    age(before);
    RunningReloader monitor = started(Map.of("spring.config.location", "file:" + file));

    Files.writeString(file, ONE.replace("one:", "two:"));
    age(before);
    monitor.settle();
    assertThat(targets(monitor)).containsExactly("one");

    age(FileTime.from(LATER));
    monitor.settle();
    assertThat(targets(monitor)).containsExactly("two");
  }

  private void age(FileTime modified) throws IOException {
    Files.setLastModifiedTime(file, modified);
    Files.setLastModifiedTime(directory, modified);
  }

  @Test
  void refusesAWrongFileWholeAndKeepsTheOld() throws IOException {
    RunningReloader monitor = started("file:" + file);

    Files.writeString(
        file, TWO.replace("wss://two", "https://two").replace("one.example", "1.example"));
    monitor.settle();

    assertThat(targets(monitor)).containsExactly("one");
    assertThat(monitor.current().since()).isEqualTo(START);
    assertThat(monitor.current().refusal().orElseThrow().mistakes())
        .singleElement()
        .extracting(Mistake::toString)
        .asString()
        .startsWith("goldenpath.targets.two.socket.url (targets.yaml line 8): expected ws://");
    assertThat(refused).isPositive();
    assertThat(taken).isEmpty();
  }

  @Test
  void forgetsARefusalWhenTheFileIsAsItWas() throws IOException {
    RunningReloader monitor = started("file:" + file);
    Files.writeString(file, "goldenpath: [");
    monitor.settle();
    assertThat(monitor.current().refusal()).isPresent();

    Files.writeString(file, ONE);
    monitor.settle();

    assertThat(monitor.current().refusal()).isEmpty();
  }

  @Test
  void refusesAFileThatIsGone() throws IOException {
    RunningReloader monitor = started("file:" + file);

    Files.delete(file);
    monitor.settle();

    assertThat(targets(monitor)).containsExactly("one");
    assertThat(monitor.current().refusal().orElseThrow().mistakes())
        .singleElement()
        .extracting(Mistake::problem)
        .asString()
        .contains("targets.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "goldenpath: {}",
        "goldenpath:",
        "# all commented out",
        "goldenpath: { targets: {} }",
        "goldenpath: { demo: { enabled: true } }",
        "targets: { one: { login: { type: none } } }",
        "spring: { application: { name: other } }",
        "---\n---\n"
      })
  void refusesToWatchNothing(String empty) throws IOException {
    RunningReloader monitor = started("file:" + file);

    Files.writeString(file, empty);
    monitor.settle();

    assertThat(targets(monitor)).containsExactly("one");
    assertThat(monitor.current().refusal().orElseThrow().mistakes())
        .extracting(Mistake::key)
        .containsExactly("goldenpath.targets");
    assertThat(refused).isPositive();

    Files.writeString(file, TWO);
    monitor.settle();

    assertThat(targets(monitor)).containsExactly("one", "two");
    assertThat(monitor.current().refusal()).isEmpty();
  }

  @Test
  void stillWatchesNothingWhereItNeverDid() throws IOException {
    Files.writeString(file, "goldenpath: {}");
    RunningReloader monitor = started("file:" + file);

    Files.writeString(file, "goldenpath: { location: elsewhere }");
    monitor.settle();

    assertThat(monitor.current().settings().location()).isEqualTo("elsewhere");
  }

  @Test
  void takesUpABundleThatIsNew() throws Exception {
    StoreFiles.in(directory);
    RunningReloader monitor = started("file:" + file);

    Files.writeString(file, withBundle("corporate", "ca.pem"));
    monitor.settle();

    assertThat(monitor.current().refusal()).isEmpty();
    assertThat(monitor.current().settings().tlsBundles()).containsOnlyKeys("corporate");
  }

  @Test
  void refusesABundleThatIsNotThere() throws Exception {
    StoreFiles.in(directory);
    RunningReloader monitor = started("file:" + file);

    Files.writeString(file, withBundle("corpp", "ca.pem"));
    monitor.settle();

    assertThat(targets(monitor)).containsExactly("one");
    assertThat(monitor.current().refusal().orElseThrow().mistakes())
        .extracting(Mistake::toString)
        .containsExactly(
            "goldenpath.targets.one.socket.ssl-bundle (targets.yaml line 5): there is no SSL bundle"
                + " 'corpp'; known: corporate; perhaps 'corporate' was meant");
    assertThat(monitor.current().settings().tlsBundles()).isEmpty();
  }

  @Test
  void takesUpABundleOnceItsFileIsThere() throws Exception {
    StoreFiles.in(directory);
    RunningReloader monitor = started("file:" + file);
    Files.writeString(file, withBundle("corporate", "late/ca.pem"));
    monitor.settle();
    assertThat(monitor.current().refusal().orElseThrow().mistakes())
        .singleElement()
        .extracting(Mistake::key)
        .isEqualTo("spring.ssl.bundle.pem.corporate.truststore.certificate");

    Files.createDirectory(directory.resolve("late"));
    Files.copy(directory.resolve("ca.pem"), directory.resolve("late/ca.pem"));
    monitor.settle();

    assertThat(monitor.current().refusal()).isEmpty();
    assertThat(monitor.current().settings().tlsBundles()).containsOnlyKeys("corporate");
  }

  @Test
  void takesUpANewCertificateAndNoBrokenOne() throws Exception {
    StoreFiles stores = StoreFiles.in(directory);
    Files.writeString(file, withBundle("corporate", "ca.pem"));
    RunningReloader monitor = started("file:" + file);
    monitor.settle();
    Map<String, TlsBundle> before = monitor.current().settings().tlsBundles();
    assertThat(taken).isEmpty();

    Files.writeString(directory.resolve("ca.pem"), "half a certifi");
    monitor.settle();
    assertThat(monitor.current().refusal()).isPresent();
    assertThat(monitor.current().settings().tlsBundles()).isEqualTo(before);

    stores.replaceAuthority("ca.pem");
    monitor.settle();

    assertThat(monitor.current().refusal()).isEmpty();
    assertThat(monitor.current().settings().tlsBundles()).isNotEqualTo(before);
    assertThat(taken).hasSize(1);
  }

  private String withBundle(String name, String certificate) {
    return ONE.replace("/ws }", "/ws, ssl-bundle: " + name + " }")
        + "spring.ssl.bundle.pem.corporate.truststore.certificate: "
        + directory.resolve(certificate)
        + "\n";
  }

  @Test
  void waitsUntilAFileNoLongerChanges() throws IOException {
    RunningReloader monitor = started("file:" + file);
    monitor.settle();

    Files.writeString(file, TWO);
    monitor.reloader().poll();

    assertThat(targets(monitor)).containsExactly("one");
    assertThat(taken).isEmpty();
  }

  @Test
  void tellsNobodyWhereOnlyTheFileIsNew() throws IOException {
    RunningReloader monitor = started("file:" + file);

    Files.writeString(file, "# looked at, left alone\n" + ONE);
    monitor.settle();

    assertThat(taken).isEmpty();
  }

  @Test
  void followsAVolumeWhoseLinkIsSwapped() throws IOException {
    volume("..1", ONE, "first");
    Files.createSymbolicLink(directory.resolve("mount/..data"), Path.of("..1"));
    Files.createSymbolicLink(
        directory.resolve("mount/targets.yaml"), Path.of("..data/targets.yaml"));
    Files.createSymbolicLink(directory.resolve("mount/token"), Path.of("..data/token"));
    RunningReloader monitor =
        started("file:" + directory + "/mount/targets.yaml,configtree:" + directory + "/mount/");

    volume("..2", withToken(TWO), "second");
    Files.createSymbolicLink(directory.resolve("mount/..new"), Path.of("..2"));
    Files.move(
        directory.resolve("mount/..new"),
        directory.resolve("mount/..data"),
        StandardCopyOption.ATOMIC_MOVE);
    monitor.settle();

    assertThat(targets(monitor)).containsExactly("one", "two");
    assertThat(token(monitor)).isEqualTo(Secret.of("second"));
  }

  @Test
  void takesUpASecretOfATreeOfFiles() throws IOException {
    Path tree = Files.createDirectory(directory.resolve("secrets"));
    Files.writeString(tree.resolve("token"), "first");
    Files.writeString(file, withToken(ONE));
    RunningReloader monitor = started("file:" + file + ",configtree:" + tree + "/");
    assertThat(token(monitor)).isEqualTo(Secret.of("first"));

    Files.writeString(tree.resolve("token"), "second");
    monitor.settle();

    assertThat(token(monitor)).isEqualTo(Secret.of("second"));
  }

  private void volume(String name, String yaml, String token) throws IOException {
    Path volume = Files.createDirectories(directory.resolve("mount").resolve(name));
    Files.writeString(volume.resolve("targets.yaml"), yaml);
    Files.writeString(volume.resolve("token"), token);
  }

  private static String withToken(String yaml) {
    return yaml.replace(
            "socket: { url: wss://one.example.com/ws }",
            "socket: { url: wss://one.example.com/ws }\n      users: [ { token: \"${token}\" } ]")
        .replaceFirst("type: none", "type: token");
  }

  private static Secret token(RunningReloader monitor) {
    User user =
        monitor.current().settings().setups().getFirst().probe().target().users().getFirst();
    return user.credential("token").orElseThrow();
  }

  private static List<String> targets(RunningReloader monitor) {
    return monitor.current().settings().setups().stream()
        .map(setup -> setup.probe().target().name())
        .toList();
  }

  private record RunningReloader(CurrentSettings current, SettingsReloader reloader) {

    /** As many looks as it takes until nothing new is seen. */
    void settle() {
      for (int look = 0; look < 5; look++) {
        reloader.poll();
      }
    }
  }

  private RunningReloader started(String imports) {
    return started(Map.of("spring.config.import", imports));
  }

  private RunningReloader started(Map<String, Object> arguments) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("arguments", arguments));
    Settings settings = SettingsReader.read(FreshPropertySources.of(environment).sources());
    CurrentSettings current = new CurrentSettings(settings, START);
    SettingsReloader.Listener listener =
        new SettingsReloader.Listener() {
          @Override
          public void applied(Settings changed) {
            taken.add(changed);
          }

          @Override
          public void refused() {
            refused++;
          }
        };
    return new RunningReloader(
        current, new SettingsReloader(environment, current, START, () -> LATER, listener));
  }
}
