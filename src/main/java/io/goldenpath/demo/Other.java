package io.goldenpath.demo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else who is connected.
 *
 * @param visitor Who it is.
 * @param asked What they asked last on their connection; null when nothing yet.
 * @param mouth What speaks to them.
 */
record Other(Visitor visitor, @Nullable Asked asked, Mouth mouth) {

  /** The code that they asked to have repeated. */
  Optional<String> code() {
    return question().map(own -> own.request().code());
  }

  Optional<Asked> question() {
    return Optional.ofNullable(asked);
  }
}
