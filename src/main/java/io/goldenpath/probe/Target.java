package io.goldenpath.probe;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A deployment under watch.
 *
 * @param name Name of the target, a label on its series.
 * @param access How it is reached.
 * @param users Its accounts, by slot.
 * @param dialect Name of the dialect that reads its frames.
 * @param contract Name of the contract that its runs promise.
 * @param manners What it is never asked to bear.
 */
public record Target(
    String name,
    Access access,
    List<User> users,
    String dialect,
    String contract,
    Manners manners) {

  public Target {
    users = List.copyOf(users);
  }

  /** Whatever must not be shown of it: its users' credentials, and headers that hold some. */
  public Set<Secret> secrets() {
    Set<Secret> secrets = new LinkedHashSet<>();
    for (User user : users) {
      secrets.addAll(user.secrets());
    }
    Stream.of(calls().map(Call::headers), Stream.of(access.socket().headers()))
        .flatMap(headers -> headers)
        .flatMap(headers -> headers.entrySet().stream())
        .filter(header -> Redactor.soundsSecret(header.getKey()))
        .map(Map.Entry::getValue)
        .filter(value -> Template.of(value.reveal()).names().isEmpty())
        .forEach(secrets::add);
    return secrets;
  }

  private Stream<Call> calls() {
    Stream<Call> login =
        access.login() instanceof Login.Exchange exchange ? exchange.calls().stream() : Stream.of();
    Stream<Call> errands =
        Stream.concat(access.errands().prepare().stream(), access.errands().cleanup().stream());
    return Stream.concat(login, errands);
  }
}
