package io.goldenpath.model.target;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A user of a target, told apart by a slot and never by a name. An account that may have several
 * sockets open at once is as many users.
 *
 * @param slot Number of the user within its target, from 1.
 * @param account Number of the account, from 1; what several users of one share is theirs.
 * @param credentials What the login needs, by the name of its variable: {@code email}, {@code
 *     password}, {@code token}, {@code client-id}, {@code client-secret}, {@code subject}.
 */
public record User(int slot, int account, Map<String, Secret> credentials) {

  public User {
    credentials = Map.copyOf(credentials);
  }

  public static List<User> guests(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(slot -> new User(slot, slot, Map.of()))
        .toList();
  }

  /** The credentials that must not be shown: all but an id that is no e-mail address. */
  public Collection<Secret> secrets() {
    return credentials.entrySet().stream()
        .filter(
            entry -> !entry.getKey().equals("subject") || entry.getValue().reveal().contains("@"))
        .map(Map.Entry::getValue)
        .toList();
  }

  public Optional<Secret> credential(String name) {
    return Optional.ofNullable(credentials.get(name));
  }
}
