package io.goldenpath.probe;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * An account of a target, told apart by its slot and never by its name.
 *
 * @param slot Number of the user within its target, from 1.
 * @param credentials What the login needs, by the name of its variable: {@code email}, {@code
 *     password}, {@code token}, {@code client-id}, {@code client-secret}, {@code subject}.
 * @param sessions Sockets that the account may have open at once.
 */
public record User(int slot, Map<String, Secret> credentials, int sessions) {

  public User {
    credentials = Map.copyOf(credentials);
  }

  /** The credentials that must not be shown: all but an id that is no e-mail address. */
  Collection<Secret> secrets() {
    return credentials.entrySet().stream()
        .filter(
            entry -> !entry.getKey().equals("subject") || entry.getValue().reveal().contains("@"))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The credential of this name. */
  public Optional<Secret> credential(String name) {
    return Optional.ofNullable(credentials.get(name));
  }
}
