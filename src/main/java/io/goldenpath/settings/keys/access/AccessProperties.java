package io.goldenpath.settings.keys.access;

import io.goldenpath.model.target.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may read, and who may act.
 *
 * @param token Bearer token that a POST must carry, from wherever; role operator.
 * @param users Who signs in with a name and a password; with any, reading needs a role.
 * @param oidc Where people sign in instead, or as well; with it, reading needs a role.
 * @param metrics Who reads /actuator/prometheus where reading needs a role: open for everybody, or
 *     reader.
 */
public record AccessProperties(
    @Nullable Secret token,
    @DefaultValue List<AccessUserProperties> users,
    @Nullable OidcProperties oidc,
    @DefaultValue("open") MetricsReaders metrics) {

  /** Who reads metrics where reading needs a role. */
  public enum MetricsReaders {
    OPEN,
    READER
  }

  /**
   * An OpenID Connect provider.
   *
   * @param issuer Address of the provider, beneath which it describes itself.
   * @param clientId Client id by which it knows the monitor.
   * @param clientSecret Client secret.
   * @param operators Groups, of the claim groups, whose members are operators; all others that it
   *     signs in are readers.
   */
  public record OidcProperties(
      @Nullable String issuer,
      @Nullable String clientId,
      @Nullable Secret clientSecret,
      @DefaultValue List<String> operators) {}
}
