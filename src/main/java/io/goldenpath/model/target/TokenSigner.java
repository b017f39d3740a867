package io.goldenpath.model.target;

/** Signs tokens. The key stays behind it. */
@FunctionalInterface
public interface TokenSigner {

  /** A JSON web token with these claims, which are a JSON object. */
  Secret sign(String claims);
}
