package io.goldenpath.web.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** No password is looked at for a while. */
final class TooManyAttemptsException extends AuthenticationException {

  private static final long serialVersionUID = 1;

  private final Duration wait;

  TooManyAttemptsException(Duration wait) {
    super("too many failed log-ins");
    this.wait = wait;
  }

  long seconds() {
    return wait.plusSeconds(1).minusNanos(1).toSeconds();
  }
}
