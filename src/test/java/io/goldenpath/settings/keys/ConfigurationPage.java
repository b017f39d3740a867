package io.goldenpath.settings.keys;

import io.goldenpath.model.probe.UserScript;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.model.time.TimeLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The manual's page of all keys, made of the metadata that the build writes for editors. */
final class ConfigurationPage {

  private static final Path METADATA = Path.of("target/classes/META-INF");
  private static final Pattern EACH =
      Pattern.compile("java\\.util\\.(Map<java\\.lang\\.String,|List<)(io\\.goldenpath\\.[^>]+)>");

  /** Names of parts that stand at the level of the whole. */
  private static final Pattern SAME_LEVEL = Pattern.compile("(\\[])+\\.");

  private static final String TARGET = "goldenpath.targets.NAME.";
  private static final String JOURNEY = TARGET + "journeys.NAME.";

  private static final Predicate<String> ESSENTIAL =
      keys(
          "goldenpath.targets",
          "login.type",
          "login.url",
          "socket.url",
          "users",
          "users[].email",
          "users[].password");
  private static final Predicate<String> FREQUENT =
      keys(
          "goldenpath.location",
          "goldenpath.access.token",
          "login.body",
          "login.headers",
          "login.token-at",
          "socket.token-in",
          "socket.headers",
          "users[].token",
          "limits.login",
          "limits.connect",
          "limits.welcome",
          "limits.first-event",
          "limits.gap",
          "limits.tool",
          "limits.answer",
          "journeys",
          "journeys.NAME.every",
          "journeys.NAME.timeout",
          "journeys.NAME.ask",
          "journeys.NAME.tools");

  private final Map<String, Row> rows = new TreeMap<>();

  ConfigurationPage() {
    collect("", METADATA.resolve("spring-configuration-metadata.json"));
  }

  /**
   * One key.
   *
   * @param standard What holds where it is not written; blank where nothing does.
   */
  record Row(String key, String standard, String description) {}

  Map<String, Row> rows() {
    return rows;
  }

  String markdown() {
    Map<String, Row> shown = new LinkedHashMap<>(rows);
    shown.keySet().removeIf(key -> key.startsWith("goldenpath.limits."));
    shown.keySet().removeIf(key -> key.startsWith("goldenpath.manners."));
    shown.keySet().removeIf(key -> key.startsWith(JOURNEY + "limits."));
    shown.remove("goldenpath.hold");
    shown.remove("goldenpath.listen");
    return """
    # Configuration

    Every key, as an editor knows it. This page is made of the same metadata; a test holds it to that.
    `NAME` stands for a name of yours, `[]` for a member of a list. Durations, sizes and `${VARIABLES}` are as in
    Spring: `500ms`, `10s`, `4MB`.

    `limits`, `hold`, `listen` and `manners` may also stand under `goldenpath` for all targets, and `limits` under a
    journey; the innermost wins, key by key. A limit is `{ degraded, failed }`, or one duration for `failed` alone.

    `${NAME}` and `${NAME:other}` are filled in in files alone (`\\${NAME}` is text). What the environment and `configtree:` mounts hold is
    taken letter by letter, also where it sets a key (`GOLDENPATH_…`); of a mounted file only the newline at the end of a single
    line is dropped.

    A changed file is applied within seconds, without a restart, except `goldenpath.location`, `goldenpath.metrics`,
    `goldenpath.history`, `goldenpath.data`, `spring.datasource` and the start of the demo platform. A wrong file is
    rejected whole, and so is one that leaves no target. Try it first with `validate FILE...`.
    SSL bundles (`spring.ssl.bundle`) that targets name belong to it, with their files: a new certificate is a change.

    """
        + section("Essential", shown, ESSENTIAL)
        + section("Frequent", shown, FREQUENT)
        + section("Rare", shown, ESSENTIAL.or(FREQUENT).negate()).stripTrailing()
        + "\n";
  }

  private static String section(String title, Map<String, Row> rows, Predicate<String> belongs) {
    return rows.values().stream()
        .filter(row -> belongs.test(row.key()))
        .map(row ->
            "| `%s` | %s | %s |"
                .formatted(
                    row.key(),
                    row.standard().isBlank() ? "" : "`" + row.standard().replace("|", "\\|") + "`",
                    row.description()))
        .collect(
            Collectors.joining(
                "\n", "## " + title + "\n\n| key | default | what |\n|---|---|---|\n", "\n\n"));
  }

  private void collect(String prefix, Path file) {
    for (JsonNode property : JsonMapper.shared().readTree(file).path("properties")) {
      String key = prefix + SAME_LEVEL.matcher(property.path("name").asString()).replaceAll("");
      String standard = property.path("defaultValue").asString("");
      rows.put(
          key,
          new Row(
              key,
              standard.isBlank() ? STANDARDS.getOrDefault(key, "") : standard,
              property.path("description").asString("")));
      Matcher each = EACH.matcher(property.path("type").asString(""));
      if (each.matches()) {
        Path members =
            METADATA.resolve("spring/configuration-metadata").resolve(each.group(2) + ".json");
        if (Files.exists(members)) {
          collect(key + (each.group(1).startsWith("Map") ? ".NAME." : "[]."), members);
        }
      }
    }
  }

  private static Predicate<String> keys(String... keys) {
    return key ->
        List.of(keys).contains(key.startsWith(TARGET) ? key.substring(TARGET.length()) : key);
  }

  /** What the metadata cannot know, because three levels are laid over it. */
  private static final Map<String, String> STANDARDS =
      Map.ofEntries(
          Map.entry(TARGET + "limits.login", text(TimeLimits.DEFAULTS.login())),
          Map.entry(TARGET + "limits.connect", text(TimeLimits.DEFAULTS.connect())),
          Map.entry(TARGET + "limits.welcome", text(TimeLimits.DEFAULTS.welcome())),
          Map.entry(TARGET + "limits.first-event", text(TimeLimits.DEFAULTS.firstEvent())),
          Map.entry(TARGET + "limits.gap", text(TimeLimits.DEFAULTS.gap())),
          Map.entry(TARGET + "limits.tool", text(TimeLimits.DEFAULTS.tool())),
          Map.entry(TARGET + "limits.answer", text(TimeLimits.DEFAULTS.answer())),
          Map.entry(TARGET + "limits.close", DurationText.setting(TimeLimits.DEFAULTS.close())),
          Map.entry(TARGET + "hold", DurationText.setting(UserScript.DEFAULTS.hold())),
          Map.entry(TARGET + "listen", DurationText.setting(UserScript.DEFAULTS.listen())),
          Map.entry(TARGET + "manners.logins", Integer.toString(RateLimits.DEFAULTS.logins())),
          Map.entry(TARGET + "manners.connects", Integer.toString(RateLimits.DEFAULTS.connects())),
          Map.entry(TARGET + "login.body", "{\"email\":\"{email}\",\"password\":\"{password}\"}"),
          Map.entry(TARGET + "login.token-at", "/access_token"),
          Map.entry(JOURNEY + "every", "60s"),
          Map.entry(JOURNEY + "timeout", "60s, or every"),
          Map.entry(JOURNEY + "ask", UserScript.DEFAULTS.prompt()));

  private static String text(TimeLimit limit) {
    return limit.degraded() == null
        ? DurationText.setting(limit.failed())
        : "{ degraded: %s, failed: %s }"
            .formatted(
                DurationText.setting(limit.degraded()), DurationText.setting(limit.failed()));
  }
}
