package io.goldenpath.settings.reader;

import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.User;
import io.goldenpath.settings.keys.UserProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a target's accounts, each with what its login needs. */
final class UserReader {

  private static final List<String> IDENTIFYING =
      List.of("email", "client-id", "subject", "token", "password");

  private final SettingKey at;
  private final Set<String> needs;
  private final Set<Secret> known = new HashSet<>();

  UserReader(SettingKey at, Login login, Set<String> needed) {
    this.at = at;
    this.needs = new LinkedHashSet<>(needed);
    if (login.givenToken()) {
      needs.add("token");
    }
  }

  List<User> users(List<UserProperties> written) {
    if (written.isEmpty()) {
      at.wrong("is missing; expected at least one user");
    }
    List<User> users = new ArrayList<>();
    at.each(
        written,
        (key, account) -> {
          Map<String, Secret> credentials = credentials(key, account);
          int sessions =
              key.child("sessions").inRange(account.sessions(), 1, 1, JourneySpecReader.MAX_USERS);
          int number = written.indexOf(account) + 1;
          for (int session = 0; session < sessions; session++) {
            users.add(new User(users.size() + 1, number, credentials));
          }
          return credentials;
        });
    return users;
  }

  private Map<String, Secret> credentials(SettingKey key, UserProperties written) {
    Map<String, Secret> credentials = written.credentials();
    needs.stream()
        .filter(need -> !credentials.containsKey(need))
        .forEach(need -> key.child(need).wrong("is missing; this login needs it"));
    IDENTIFYING.stream()
        .filter(credentials::containsKey)
        .findFirst()
        .map(credentials::get)
        .filter(name -> !known.add(name))
        .ifPresent(_ -> key.wrong("is the same user as one above; raise its sessions instead"));
    return credentials;
  }
}
