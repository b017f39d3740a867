package io.goldenpath.settings.service;

import io.goldenpath.model.target.Secret;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Who may read, and who may act.
 *
 * @param token Whoever sends it is an operator; null where there is none.
 * @param oidc Null where nobody signs in elsewhere.
 * @param metricsOpen Whether everybody reads metrics.
 */
public record AccessSettings(
    @Nullable Secret token,
    List<AccessUser> users,
    @Nullable OidcClient oidc,
    boolean metricsOpen) {

  /** Where nothing is written. */
  public static final AccessSettings OPEN = new AccessSettings(null, List.of(), null, true);

  public AccessSettings {
    token = token == null || token.reveal().isBlank() ? null : token;
    users = List.copyOf(users);
  }

  /** Whether reading needs a role. */
  public boolean restricted() {
    return !users.isEmpty() || oidc != null;
  }

  /** Whether everybody reads, and this machine acts, because nothing is written. */
  public boolean open() {
    return token == null && !restricted();
  }

  /** Whether it is open, and the server listens to other machines. */
  public boolean exposed(Environment environment) {
    return open()
        && !Binder.get(environment)
            .bind("server.address", InetAddress.class)
            .map(InetAddress::isLoopbackAddress)
            .orElse(false);
  }

  public Optional<AccessUser> user(String name) {
    return users.stream().filter(user -> user.name().equals(name)).findFirst();
  }
}
