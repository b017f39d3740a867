package io.goldenpath.incident;

import java.time.Instant;
import java.util.Optional;

/** Which release a target had. */
@FunctionalInterface
public interface Releases {

  Optional<String> of(String target, Instant at);
}
