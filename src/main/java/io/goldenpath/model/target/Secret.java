package io.goldenpath.model.target;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/** A text that must never be shown: it prints as three stars, and is read at its one use. */
public final class Secret {

  /** So that a hash tells nothing to one who compares it with another process's. */
  private static final int SALT = new SecureRandom().nextInt();

  private final char[] value;

  private Secret(String value) {
    this.value = value.toCharArray();
  }

  public static Secret of(String value) {
    return new Secret(value);
  }

  /** The text itself, for the wire only. */
  public String reveal() {
    return new String(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && MessageDigest.isEqual(bytes(), that.bytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value) * 31 + SALT;
  }

  @Override
  public String toString() {
    return "***";
  }

  private byte[] bytes() {
    return reveal().getBytes(StandardCharsets.UTF_8);
  }
}
