package io.goldenpath.settings.source;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.PlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.PlaceholderResolutionException;
import org.springframework.util.PropertyPlaceholderHelper;

/**
 * Fills in <code>${NAME}</code> as Spring does, but takes what the environment and mounted files
 * hold letter by letter.
 */
public final class Variables implements PlaceholdersResolver {

  private static final String PREFIX = "${";
  private static final PropertyPlaceholderHelper SYNTAX =
      new PropertyPlaceholderHelper(PREFIX, "}", ":", '\\', false);

  /** A noncharacter of Unicode: keeps Spring from parsing a value that it has filled in. */
  private static final String LITERAL_PREFIX = "\uFDD0";

  private final SettingSources sources;

  public Variables(SettingSources sources) {
    this.sources = sources;
  }

  /** The value with its variables filled in; as it was where one is missing. */
  @Override
  public @Nullable Object resolvePlaceholders(@Nullable Object value) {
    if (!(value instanceof String text)) {
      return LiteralText.of(value).<Object>map(literal -> literal).orElse(value);
    }
    try {
      return fill(text);
    } catch (PlaceholderResolutionException _) {
      return text;
    }
  }

  /** Why the variables in this value cannot be filled in; empty where they can. */
  public Optional<String> problem(@Nullable Object value) {
    if (value instanceof String text) {
      try {
        fill(text);
      } catch (PlaceholderResolutionException failed) {
        String name = failed.getPlaceholder();
        return Optional.of(
            value(name).isPresent()
                ? "the variable " + name + " leads back to itself"
                : "the variable " + name + " is not set anywhere");
      }
    }
    return Optional.empty();
  }

  private String fill(String text) {
    return SYNTAX
        .replacePlaceholders(text, name -> value(name).orElse(null))
        .replace(LITERAL_PREFIX, PREFIX);
  }

  private Optional<String> value(String name) {
    return Stream.concat(relaxed(name), exact(name))
        .findFirst()
        .map(value ->
            LiteralText.of(value)
                .map(literal -> literal.replace(PREFIX, LITERAL_PREFIX))
                .orElseGet(value::toString));
  }

  private Stream<Object> relaxed(String name) {
    return ConfigurationPropertyName.isValid(name)
        ? sources.keys().stream()
            .map(source -> source.getConfigurationProperty(ConfigurationPropertyName.of(name)))
            .flatMap(Stream::ofNullable)
            .map(ConfigurationProperty::getValue)
        : Stream.empty();
  }

  private Stream<Object> exact(String name) {
    return sources.written().stream()
        .map(source -> source.getProperty(name))
        .flatMap(Stream::ofNullable);
  }
}
