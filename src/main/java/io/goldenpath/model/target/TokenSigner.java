package io.goldenpath.model.target;

/** Signs tokens with a key that it does not show. */
@FunctionalInterface
public interface TokenSigner {

  /** A JSON web token with these claims, which are a JSON object. */
  Secret sign(String claims);
}
