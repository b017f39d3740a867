package io.goldenpath.settings;

import io.goldenpath.probe.Access;
import io.goldenpath.probe.Call;
import io.goldenpath.probe.Errands;
import io.goldenpath.probe.Login;
import io.goldenpath.probe.Manners;
import io.goldenpath.probe.Routes;
import io.goldenpath.probe.Target;
import io.goldenpath.probe.TargetSocket;
import io.goldenpath.probe.User;
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
  record Reached(Optional<Target> target, CallReader calls) {}

  /**
   * @param guests how many users there are where nobody logs in
   */
  Reached target(String name, TargetProperties written, Manners manners, int guests) {
    Scope scope = new Scope(mistakes);
    Optional<Login> login = new LoginReader(key + ".login", mistakes, scope).login(written.login());
    if (scope.knows("token")) {
      scope.learn("subject");
    }
    URI host =
        written.login() == null || login.isEmpty()
            ? null
            : Hosts.of(key + ".login", written.login(), mistakes);
    CallReader calls = new CallReader(mistakes, scope, host);
    List<Call> prepare = calls.read(key + ".prepare", written.prepare());
    Optional<TargetSocket> socket =
        new SocketReader(key + ".socket", mistakes, scope).socket(written.socket(), login);
    List<Call> cleanup = calls.read(key + ".cleanup", written.cleanup());
    List<User> users =
        login
            .map(way ->
                new UserReader(key + ".users", mistakes)
                    .users(way, scope.needed(), written.users(), guests))
            .orElse(List.of());
    Routes routes = new RouteReader(key, mistakes).routes(written);
    Optional<Target> target =
        login.flatMap(way ->
            socket.map(place ->
                new Target(
                    name,
                    new Access(way, new Errands(prepare, cleanup), place, routes),
                    users,
                    written.dialect(),
                    written.contract(),
                    manners)));
    return new Reached(target, calls);
  }
}
