package io.goldenpath.dialect;

import io.goldenpath.framing.Framing;
import io.goldenpath.framing.json.JsonFraming;
import java.util.Map;
import java.util.Optional;

/** The framings that come with the monitor, by the name with which a dialect chooses one. */
final class BundledFramings {

  private static final Map<String, Framing> BY_NAME = Map.of("json", new JsonFraming());

  private BundledFramings() {}

  static Optional<Framing> bundled(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
