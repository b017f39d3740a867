package io.goldenpath.settings.reader;

import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.RunHooks;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.TargetAccess;
import io.goldenpath.model.target.TargetRoutes;
import io.goldenpath.model.target.TargetSocket;
import io.goldenpath.model.target.User;
import io.goldenpath.settings.keys.TargetProperties;
import io.goldenpath.settings.mistakes.Mistakes;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Reads how a target is reached, in the order in which a user goes to it. */
final class AccessReader {

  private final String key;
  private final Mistakes mistakes;

  AccessReader(String key, Mistakes mistakes) {
    this.key = key;
    this.mistakes = mistakes;
  }

  /**
   * The target, and how its further requests are read.
   *
   * @param target empty when it cannot be reached as it is written
   */
  record ReadTarget(Optional<Target> target, RequestReader requestReader) {}

  /**
   * @param guests how many users there are where nobody logs in
   */
  ReadTarget target(String name, TargetProperties written, RateLimits rateLimits, int guests) {
    KnownVariables variables = new KnownVariables(mistakes);
    Optional<Login> login =
        new LoginReader(key + ".login", mistakes, variables).login(written.login());
    if (variables.isDefined("token")) {
      variables.define("subject");
    }
    URI host =
        written.login() == null || login.isEmpty()
            ? null
            : LoginHost.of(key + ".login", written.login(), mistakes);
    RequestReader requestReader = new RequestReader(mistakes, variables, host);
    List<RequestTemplate> prepare = requestReader.read(key + ".prepare", written.prepare());
    Optional<TargetSocket> socket =
        new SocketReader(key + ".socket", mistakes, variables).socket(written.socket(), login);
    List<RequestTemplate> cleanup = requestReader.read(key + ".cleanup", written.cleanup());
    List<User> users =
        login
            .map(present ->
                new UserReader(key + ".users", mistakes)
                    .users(present, variables.requiredCredentials(), written.users(), guests))
            .orElse(List.of());
    TargetRoutes routes = new RouteReader(key, mistakes).routes(written);
    Optional<Target> target =
        login.flatMap(present ->
            socket.map(targetSocket ->
                new Target(
                    name,
                    new TargetAccess(present, new RunHooks(prepare, cleanup), targetSocket, routes),
                    users,
                    written.dialect(),
                    written.contract(),
                    rateLimits)));
    return new ReadTarget(target, requestReader);
  }
}
