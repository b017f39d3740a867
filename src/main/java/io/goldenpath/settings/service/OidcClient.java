package io.goldenpath.settings.service;

import io.goldenpath.model.target.Secret;
import java.util.Set;

/**
 * How the monitor is known to an OpenID Connect provider.
 *
 * @param operators Groups whose members are operators.
 */
public record OidcClient(String issuer, String id, Secret secret, Set<String> operators) {

  public OidcClient {
    operators = Set.copyOf(operators);
  }
}
