package io.goldenpath.journey.run;

import io.goldenpath.model.regression.SeenRelease;
import io.goldenpath.model.target.ReleaseSource;
import io.goldenpath.model.target.Target;
import io.goldenpath.wire.HttpReply;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The release that a target's replies name in a header; of several the last one counts. */
final class ReleaseHeader {

  private final @Nullable String name;
  private @Nullable String value;
  private boolean answered;

  private ReleaseHeader(@Nullable String name) {
    this.name = name;
  }

  static ReleaseHeader of(Target target) {
    return new ReleaseHeader(
        target.access().release() instanceof ReleaseSource.Header(String name) ? name : null);
  }

  void read(HttpReply reply) {
    if (name != null) {
      answered = true;
      reply.header(name).ifPresent(found -> value = found);
    }
  }

  /** Null where no header is to tell it, and where nothing was answered. */
  @Nullable SeenRelease release(UnaryOperator<String> redaction) {
    if (value != null) {
      return SeenRelease.of(redaction.apply(value));
    }
    return answered
        ? SeenRelease.unread("no reply of login or upgrade has a header " + name)
        : null;
  }
}
