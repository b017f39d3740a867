package io.goldenpath.settings.source;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.ConfigTreePropertySource;

/** Text of the environment: what looks like a variable in it is text as well. */
record LiteralText(String text) {

  /** The text of a value that holds no variables: of the environment, or of a mounted file. */
  static Optional<String> of(@Nullable Object value) {
    return switch (value) {
      case LiteralText literal -> Optional.of(literal.text());
      case ConfigTreePropertySource.Value file -> Optional.of(file.toString());
      case null, default -> Optional.empty();
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
