package io.goldenpath.settings.mistakes;

import static java.util.Objects.requireNonNullElse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Dashed key from the root on, with the collector of its mistakes. */
public record SettingKey(String path, Mistakes mistakes) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,63}");

  public SettingKey child(String name) {
    return new SettingKey(path + "." + name, mistakes);
  }

  public SettingKey item(int index) {
    return new SettingKey(path + "[" + index + "]", mistakes);
  }

  /** Adds what works but should be changed. */
  public void warn(String problem) {
    mistakes.warn(path, problem);
  }

  public <T, R> List<R> each(List<T> written, BiFunction<SettingKey, T, R> reader) {
    return IntStream.range(0, written.size())
        .mapToObj(i -> reader.apply(item(i), written.get(i)))
        .toList();
  }

  /** Adds a mistake. Always empty, for a reader to return. */
  @SuppressWarnings("AnnotateFormatMethod") // not every problem is a constant
  public <T> Optional<T> wrong(String problem, @Nullable Object... arguments) {
    mistakes.add(path, arguments.length == 0 ? problem : problem.formatted(arguments));
    return Optional.empty();
  }

  /** Like {@link #wrong}, but mistakes beneath this key are left out. */
  public <T> Optional<T> unreadable(String problem) {
    mistakes.unreadable(path, problem);
    return Optional.empty();
  }

  public <T> Optional<T> unknown(String what, String word, Collection<String> known) {
    return wrong(SpellingSuggestion.unknown(what, word, known));
  }

  /** The one that this child names; the other, with a mistake, where there is none. */
  public <T> T named(String child, String name, Map<String, T> known, T otherwise) {
    return Optional.ofNullable(known.get(name))
        .or(() -> child(child).unknown(child, name, known.keySet()))
        .orElse(otherwise);
  }

  /** The number; the least where it is absent or, with a mistake, out of range. */
  public int inRange(@Nullable Integer written, int least, int most) {
    int number = requireNonNullElse(written, least);
    if (number >= least && number <= most) {
      return number;
    }
    unreadable(
        most == Integer.MAX_VALUE
            ? "must be at least %d, but is %d".formatted(least, number)
            : "must be from %d to %d, but is %d".formatted(least, most, number));
    return least;
  }

  /** Adds a mistake where the time is not above zero. */
  public boolean positive(Duration written) {
    if (!written.isPositive()) {
      wrong("must be longer than zero");
    }
    return written.isPositive();
  }

  /** Whether anything is written at this key or beneath it. */
  public boolean isWritten() {
    return mistakes.isWritten(path);
  }

  /** The folder of the file that it is written in; empty where that is none. */
  public Optional<Path> folder() {
    return mistakes.folder(path);
  }

  public void wrongIfWritten(String problem) {
    if (isWritten()) {
      wrong(problem);
    }
  }

  public void checkName(String whose, String name) {
    if (!NAME.matcher(name).matches()) {
      wrong("a %s's name is 1 to 63 of a-z, 0-9 and '-', but is '%s'", whose, name);
    }
  }
}
