package io.goldenpath.settings.reader;

import io.goldenpath.model.target.AccountKey;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.target.ReleaseSource;
import io.goldenpath.model.target.Route;
import io.goldenpath.model.target.RunHooks;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.TargetAccess;
import io.goldenpath.model.target.TargetSocket;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.settings.dialect.UsedDialect;
import io.goldenpath.settings.keys.TargetProperties;
import io.goldenpath.settings.keys.TargetProperties.AccessProperties;
import io.goldenpath.settings.keys.UserProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.request.KnownVariables;
import io.goldenpath.settings.request.RequestReader;
import io.goldenpath.settings.service.TargetLabelsReader;
import io.goldenpath.settings.tls.TlsBundles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Reads how a target is reached, and by whom, in a user's order: each part may use variables of the
 * last.
 */
record AccessReader(
    SettingKey at,
    TargetProperties target,
    RequestReader requests,
    RouteReader routes,
    UsedDialect dialect,
    TlsBundles bundles) {

  /** Empty where it is wrong; {@code guests} is the number of users where nobody logs in. */
  Optional<Target> target(String name, int guests, RateLimits rateLimits) {
    AccessProperties written = target.access();
    KnownVariables variables = requests.variables();
    Optional<Login> login =
        new LoginReader(at.child("login"), written.login(), variables, requests).login();
    // a login outlives runs, so that it has none of their variables
    dialect.before().forEach(variables::define);
    if (variables.isDefined("token")) {
      variables.define("subject");
    }
    RunHooks before = requests.prepare(at.child("prepare"), written.prepare());
    TargetSocket socket =
        new SocketReader(at.child("socket"), written.socket(), variables).socket(login);
    dialect.after().forEach(variables::define);
    RunHooks hooks = before.withCleanup(requests.read(at.child("cleanup"), written.cleanup()));
    dialect.check(at, variables);
    login
        .filter(present -> !present.requests().isEmpty())
        .ifPresent(_ -> checkSpacing(written.login().reply().atLeastEvery(), rateLimits));
    bundles.use(at.child("login.ssl-bundle"), written.login().sslBundle());
    bundles.use(at.child("socket.ssl-bundle"), written.socket().sslBundle());
    ReleaseSource release =
        new ReleaseReader(at.child("release"), requests).read(written.release());
    SortedMap<String, String> labels =
        new TargetLabelsReader(at.child("labels")).read(target.labels());
    Route http = routes.http();
    Route toSocket = routes.socket();
    return login.map(present -> {
      TargetAccess access = new TargetAccess(present, hooks, socket, http, toSocket, release);
      List<User> users = users(present, guests);
      return new Target(
          name, access, users, target.dialect(), target.contract(), rateLimits, labels);
    });
  }

  private void checkSpacing(Duration atLeastEvery, RateLimits limits) {
    if (limits.logins() > 0 && atLeastEvery.compareTo(limits.loginSpacing()) < 0) {
      at.child("login.at-least-every")
          .wrong(
              "%s cannot be kept: manners.logins (%d in 10 min, of which one is kept back) allow a"
                  + " login every %s; expected that or more, or more logins",
              DurationText.of(atLeastEvery),
              limits.logins(),
              DurationText.of(limits.loginSpacing()));
    }
  }

  private List<User> users(Login login, int guests) {
    Set<String> needed = requests.variables().requiredCredentials();
    return login.guests() && needed.isEmpty() && target.access().users().isEmpty()
        ? User.guests(guests)
        : accounts(at.child("users"), needed);
  }

  private List<User> accounts(SettingKey all, Set<String> needed) {
    List<UserProperties> written = target.access().users();
    if (written.isEmpty()) {
      all.wrong("is missing; expected at least one user");
    }
    List<User> users = new ArrayList<>();
    Set<Secret> known = new HashSet<>();
    all.each(
        written,
        (key, account) -> {
          Map<String, Secret> credentials = account.credentials();
          check(key, credentials, needed, known);
          int sessions =
              key.child("sessions").inRange(account.sessions(), 1, JourneySpecReader.MAX_USERS);
          int number = written.indexOf(account) + 1;
          for (int session = 0; session < sessions; session++) {
            users.add(new User(users.size() + 1, number, credentials));
          }
          return credentials;
        });
    return users;
  }

  private static void check(
      SettingKey key, Map<String, Secret> credentials, Set<String> needed, Set<Secret> known) {
    needed.stream()
        .filter(need -> !credentials.containsKey(need))
        .forEach(need -> key.child(need).wrong("is missing; this login needs it"));
    AccountKey.IDENTIFYING.stream()
        .filter(credentials::containsKey)
        .findFirst()
        .map(credentials::get)
        .filter(name -> !known.add(name))
        .ifPresent(_ -> key.wrong("is the same user as one above; raise its sessions instead"));
  }
}
