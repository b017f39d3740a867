package io.goldenpath.settings.dialect;

import io.goldenpath.dialect.BundledDialects;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.dialect.conversation.DescribedDialect;
import io.goldenpath.settings.keys.DialectProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Dialects by name: those that come with the monitor, and those that settings describe. */
public final class Dialects {

  private final SettingKey at;
  private final Map<String, DialectProperties> written;
  private final TemplateFiles files = new TemplateFiles();
  private final Map<String, WrittenDialect> read = new LinkedHashMap<>();
  private final Map<String, Dialect> shared = new HashMap<>();

  /** Reads what is written, with every mistake. */
  public Dialects(SettingKey at, Map<String, DialectProperties> written) {
    this.at = at;
    this.written = written;
    written
        .keySet()
        .forEach(name -> {
          at.child(name).checkName("dialect", name);
          if (BundledDialectFiles.about().containsKey(name)) {
            at.child(name)
                .wrong("is a bundled dialect: give yours another name, and extends: %s", name);
          }
          read(name);
        });
  }

  /** Files that dialects name. */
  public Set<Path> files() {
    return files.all();
  }

  /**
   * The dialect that a target names; agent-events where, with a mistake, there is none.
   *
   * @param host That of the target's login; null where it has none.
   */
  public UsedDialect of(SettingKey target, String name, @Nullable URI host) {
    if (name.equals(BundledDialectFiles.AGENT_EVENTS)) {
      return UsedDialect.of(BundledDialects.AGENT_EVENTS);
    }
    if (!names().contains(name)) {
      target.child("dialect").unknown("dialect", name, names());
      return UsedDialect.of(BundledDialects.AGENT_EVENTS);
    }
    WrittenDialect found = read(name);
    return new UsedDialect(
        dialect(target, name, found, host),
        found.tellsEnd(),
        found.madeBefore(),
        found.captured(),
        found.open());
  }

  private Dialect dialect(
      SettingKey target, String name, WrittenDialect found, @Nullable URI host) {
    if (host != null && found.needsHost()) {
      return new DescribedDialect(found.at(host));
    }
    if (found.needsHost()) {
      target
          .child("login.url")
          .wrong("is missing; dialect %s calls addresses on the host of the login", name);
    }
    return shared.computeIfAbsent(name, _ -> new DescribedDialect(found.definition()));
  }

  /** Names of all there are. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>(BundledDialectFiles.about().keySet());
    names.addAll(written.keySet());
    return names;
  }

  private WrittenDialect read(String name) {
    WrittenDialect known = read.get(name);
    if (known == null) {
      known = new DialectReader(at.child(name), properties(name)).read(name, files);
      read.put(name, known);
    }
    return known;
  }

  private DialectProperties properties(String name) {
    Set<String> chain = new LinkedHashSet<>();
    DialectProperties whole = own(name);
    Optional<String> base = base(name, chain);
    while (base.isPresent()) {
      whole = InheritedProperties.of(whole, own(base.get()));
      base = base(base.get(), chain);
    }
    return whole;
  }

  private DialectProperties own(String name) {
    DialectProperties own = written.get(name);
    return own == null ? BundledDialectFiles.dialect(name) : own;
  }

  /** The dialect that this one extends; empty, perhaps with a mistake, where there is none. */
  private Optional<String> base(String name, Set<String> chain) {
    chain.add(name);
    String base = own(name).base();
    if (base == null) {
      return Optional.empty();
    }
    SettingKey key = at.child(name).child("extends");
    if (base.equals(BundledDialectFiles.AGENT_EVENTS)) {
      return key.wrong("agent-events is no description: it cannot be extended");
    }
    if (!names().contains(base)) {
      return key.unknown("dialect", base, names());
    }
    return chain.contains(base)
        ? key.wrong("leads back to itself: %s → %s", String.join(" → ", chain), base)
        : Optional.of(base);
  }
}
