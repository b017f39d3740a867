package io.goldenpath.journey.login;

import io.goldenpath.dialect.JsonId;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Claims of a token, of whatever JSON type; none of an opaque one. */
record JwtClaims(JsonNode claims, boolean readable) {

  private static final Pattern JWT = Pattern.compile("eyJ[^.]*\\.([^.]*)\\.[^.]*");

  static JwtClaims of(String token) {
    var jwt = JWT.matcher(token);
    if (!jwt.matches()) {
      return new JwtClaims(MissingNode.getInstance(), true);
    }
    try {
      byte[] json = Base64.getUrlDecoder().decode(jwt.group(1).replaceAll("=+$", ""));
      JsonNode claims = JsonMapper.shared().readTree(json);
      return new JwtClaims(claims, claims.isObject());
    } catch (IllegalArgumentException | JacksonException _) {
      return new JwtClaims(MissingNode.getInstance(), false);
    }
  }

  /** The claim that says who the user is; empty where it cannot be read. */
  Optional<String> subject(String claim) {
    return subjectProblem(claim).isPresent()
        ? Optional.empty()
        : JsonId.written(claims.path(claim));
  }

  /** What stands in the place of a subject that cannot be read. */
  Optional<String> subjectProblem(String claim) {
    return JsonId.problem(claims.path(claim));
  }

  Optional<String> text(String claim) {
    JsonNode value = claims.path(claim);
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asString())
        : Optional.empty();
  }
}
