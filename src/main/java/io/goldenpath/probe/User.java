package io.goldenpath.probe;

import java.util.Map;
import java.util.Optional;

/**
 * An account of a target, told apart by its slot and never by its name.
 *
 * @param slot Number of the user within its target, from 1.
 * @param credentials What the login needs, by the name of its variable: {@code email}, {@code
 *     password}, {@code token}.
 * @param sessions Sockets that the account may have open at once.
 */
public record User(int slot, Map<String, Secret> credentials, int sessions) {

  public User {
    credentials = Map.copyOf(credentials);
  }

  /** The credential of this name. */
  public Optional<Secret> credential(String name) {
    return Optional.ofNullable(credentials.get(name));
  }
}
