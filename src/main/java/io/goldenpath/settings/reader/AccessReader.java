package io.goldenpath.settings.reader;

import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.Route;
import io.goldenpath.model.target.RunHooks;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.TargetAccess;
import io.goldenpath.model.target.TargetRoutes;
import io.goldenpath.model.target.TargetSocket;
import io.goldenpath.model.target.User;
import io.goldenpath.settings.keys.TargetProperties.AccessProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how a target is reached, in a user's order: each part may use variables of the last. */
final class AccessReader {

  private final SettingKey at;
  private final AccessProperties written;
  private final KnownVariables variables = new KnownVariables();
  private final RequestReader requests;

  AccessReader(SettingKey at, AccessProperties written) {
    this.at = at;
    this.written = written;
    Secret url = written.login().url();
    this.requests =
        new RequestReader(
            variables,
            url == null ? null : UrlChecker.http(at.child("login.url"), url).orElse(null));
  }

  RequestReader requests() {
    return requests;
  }

  /** Empty where it is wrong; {@code guests} is the number of users where nobody logs in. */
  Optional<Access> access(int guests) {
    Optional<Login> login =
        new LoginReader(at.child("login"), written.login(), variables, requests).login();
    if (variables.isDefined("token")) {
      variables.define("subject");
    }
    List<RequestTemplate> prepare = requests.read(at.child("prepare"), written.prepare());
    Optional<TargetSocket> socket =
        new SocketReader(at.child("socket"), written.socket(), variables).socket(login);
    RunHooks hooks = new RunHooks(prepare, requests.read(at.child("cleanup"), written.cleanup()));
    List<User> users = login.map(present -> users(present, guests)).orElse(List.of());
    TargetRoutes routes =
        new TargetRoutes(
            new Route(written.login().sslBundle(), null),
            new Route(
                written.socket().sslBundle(),
                UrlChecker.proxy(at.child("socket.proxy"), written.socket().proxy())));
    return login.flatMap(present ->
        socket.map(to -> new Access(new TargetAccess(present, hooks, to, routes), users)));
  }

  /** Access to a target, and its users. */
  record Access(TargetAccess access, List<User> users) {}

  private List<User> users(Login login, int guests) {
    Set<String> needed = variables.requiredCredentials();
    return login.guests() && needed.isEmpty() && written.users().isEmpty()
        ? User.guests(guests)
        : new UserReader(at.child("users"), login, needed).users(written.users());
  }
}
