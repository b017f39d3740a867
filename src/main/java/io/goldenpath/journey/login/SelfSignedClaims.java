package io.goldenpath.journey.login;

import io.goldenpath.model.target.Login;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The claims of a token that we sign ourselves. */
final class SelfSignedClaims {

  private static final JsonMapper JSON = JsonMapper.shared();

  private SelfSignedClaims() {}

  /** What is configured, and the times and the id where it says nothing of them. */
  static String of(Login.SelfSignedJwt login, UserVariables variables, Instant now) {
    ObjectNode claims = JSON.createObjectNode();
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(login.lifetime()).getEpochSecond());
    claims.put("jti", UUID.randomUUID().toString());
    if (JSON.readTree(variables.inJson(login.claims())) instanceof ObjectNode configured) {
      claims.setAll(configured);
    }
    return claims.toString();
  }
}
