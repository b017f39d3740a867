package io.goldenpath.settings.dialect;

import io.goldenpath.settings.keys.DialectProperties;
import io.goldenpath.settings.mistakes.Mistakes;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.source.SettingSources;
import io.goldenpath.settings.source.YamlDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/**
 * The dialects that come with the monitor as files: first a target to begin with, then dialect and
 * contract.
 */
public final class BundledDialectFiles {

  private static final Map<String, String> ABOUT = new LinkedHashMap<>();

  static {
    ABOUT.put("agent-events", "seven JSON envelopes with the agents' events in them");
  }

  private static final Map<String, DialectProperties> READ = new ConcurrentHashMap<>();
  private static final String NEXT_DOCUMENT = "---\n";

  private BundledDialectFiles() {}

  /** What each speaks to, by its name. */
  public static Map<String, String> about() {
    return Collections.unmodifiableMap(ABOUT);
  }

  /** A target to begin with, in YAML. */
  public static String target(String name) {
    try {
      return file(name).getContentAsString(StandardCharsets.UTF_8).split(NEXT_DOCUMENT, 2)[0];
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What the file of this name says of its dialect. */
  static DialectProperties properties(String name) {
    return READ.computeIfAbsent(name, BundledDialectFiles::read);
  }

  private static DialectProperties read(String name) {
    try {
      ClassPathResource file = file(name);
      SettingSources sources =
          SettingSources.of(
              YamlDocument.located(new YamlPropertySourceLoader().load(name, file), file));
      Mistakes mistakes = new Mistakes(sources.keys());
      DialectProperties properties =
          new WrittenDialects(sources.keys()).bind(Binder::new).get(name);
      mistakes.throwIfAny();
      if (properties == null) {
        throw new IllegalStateException(file + " has no dialect " + name);
      }
      return properties;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static ClassPathResource file(String name) {
    return new ClassPathResource("dialects/" + name + ".yaml");
  }
}
