package io.goldenpath.settings.reader;

import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.User;
import io.goldenpath.settings.keys.UserProperties;
import io.goldenpath.settings.mistakes.Mistakes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a target's accounts, each with what its login needs. */
final class UserReader {

  private static final List<String> IDENTIFYING =
      List.of("email", "client-id", "subject", "token", "password");

  private final String at;
  private final Mistakes mistakes;

  UserReader(String at, Mistakes mistakes) {
    this.at = at;
    this.mistakes = mistakes;
  }

  List<User> users(Login login, Set<String> needed, List<UserProperties> written, int guests) {
    Set<String> needs = new LinkedHashSet<>(needed);
    if (login instanceof Login.StaticToken) {
      needs.add("token");
    }
    if (login instanceof Login.None && needs.isEmpty() && written.isEmpty()) {
      return IntStream.rangeClosed(1, guests)
          .mapToObj(slot -> new User(slot, slot, Map.of()))
          .toList();
    }
    if (written.isEmpty()) {
      mistakes.add(at, "is missing; expected at least one user");
    }
    List<User> users = new ArrayList<>();
    Set<Secret> known = new HashSet<>();
    for (int i = 0; i < written.size(); i++) {
      Map<String, Secret> account = credentials(at + "[" + i + "]", written.get(i), needs, known);
      for (int session = 0; session < written.get(i).sessions(); session++) {
        users.add(new User(users.size() + 1, i + 1, account));
      }
    }
    return users;
  }

  private Map<String, Secret> credentials(
      String key, UserProperties written, Set<String> needs, Set<Secret> known) {
    Map<String, Secret> credentials = credentials(written);
    for (String need : needs) {
      if (!credentials.containsKey(need)) {
        mistakes.add(key + "." + need, "is missing; this login needs it");
      }
    }
    IDENTIFYING.stream()
        .filter(credentials::containsKey)
        .findFirst()
        .map(credentials::get)
        .filter(name -> !known.add(name))
        .ifPresent(
            _ -> mistakes.add(key, "is the same user as one above; raise its sessions instead"));
    if (written.sessions() < 1) {
      mistakes.add(key + ".sessions", "must be at least 1, but is " + written.sessions());
    }
    if (written.sessions() > JourneySpecReader.MAX_USERS) {
      mistakes.add(key + ".sessions", "must be at most " + JourneySpecReader.MAX_USERS);
    }
    return credentials;
  }

  private static Map<String, Secret> credentials(UserProperties user) {
    Map<String, Secret> credentials = new LinkedHashMap<>();
    put(credentials, "email", user.email());
    put(credentials, "password", user.password());
    put(credentials, "token", user.token());
    put(credentials, "client-id", user.clientId());
    put(credentials, "client-secret", user.clientSecret());
    put(credentials, "subject", user.subject());
    return credentials;
  }

  private static void put(Map<String, Secret> credentials, String name, @Nullable Secret value) {
    if (value != null) {
      credentials.put(name, value);
    }
  }
}
