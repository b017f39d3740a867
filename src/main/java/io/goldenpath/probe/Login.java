package io.goldenpath.probe;

import java.net.URI;
import java.util.Map;

/** How a user gets the token that the socket asks for. */
public sealed interface Login {

  /** Nobody logs in: the socket is open to guests. */
  record None() implements Login {}

  /** Each user has a token already. */
  record Token() implements Login {}

  /**
   * One POST with e-mail and password.
   *
   * @param url Address of the login.
   * @param body Template of the request's body; values are JSON-escaped when filled in.
   * @param headers Further headers of the request.
   * @param tokenAt JSON pointer to the token in the reply.
   * @param subjectClaim Claim of the token that names the user.
   */
  record Password(
      URI url, String body, Map<String, Secret> headers, String tokenAt, String subjectClaim)
      implements Login {

    public Password {
      headers = Map.copyOf(headers);
    }
  }
}
