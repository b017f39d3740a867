package io.goldenpath.settings;

import io.goldenpath.probe.Call;
import io.goldenpath.probe.Capture;
import io.goldenpath.probe.Condition;
import io.goldenpath.probe.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads HTTP calls. What one captures, the next may use. */
final class CallReader {

  private final Mistakes mistakes;
  private final Addresses addresses;
  private final Scope scope;
  private final @Nullable URI host;

  CallReader(Mistakes mistakes, Scope scope, @Nullable URI host) {
    this.mistakes = mistakes;
    this.addresses = new Addresses(mistakes);
    this.scope = scope;
    this.host = host;
  }

  List<Call> read(String at, List<CallProperties> written) {
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      read(at + "[" + i + "]", written.get(i)).ifPresent(calls::add);
    }
    return calls;
  }

  /** A POST to this address that sends nothing and expects nothing in return. */
  Optional<Call> post(String at, Secret address) {
    scope.check(at, address);
    return url(at, address)
        .map(to ->
            new Call(
                "POST " + path(address.reveal()),
                "POST",
                to,
                Map.of(),
                new Call.Body.Nothing(),
                new Call.Expectation(null, List.of())));
  }

  private Optional<Call> read(String at, CallProperties written) {
    Map<String, Secret> methods = methods(written);
    if (methods.size() != 1) {
      mistakes.add(at, "expected one of get, post, put, patch or delete, with its address");
      return Optional.empty();
    }
    String method = methods.keySet().iterator().next();
    Secret address = methods.values().iterator().next();
    addresses.headers(at, written.headers().keySet());
    written.headers().forEach((name, value) -> scope.check(at + ".headers." + name, value));
    scope.check(at + "." + method, address);
    Optional<Secret> url = url(at + "." + method, address);
    Call.Body body = body(at, method, written);
    Call.Expectation expects = expects(at, written);
    return url.map(to ->
        new Call(
            method.toUpperCase(Locale.ROOT) + " " + path(address.reveal()),
            method.toUpperCase(Locale.ROOT),
            to,
            written.headers(),
            body,
            expects));
  }

  /** The absolute address; a relative one belongs to the login's host. */
  private Optional<Secret> url(String at, Secret written) {
    String text = written.reveal();
    if (text.startsWith("{")) {
      return Optional.of(written);
    }
    if (!text.startsWith("/")) {
      return addresses.url(at, written, "http", "https").map(_ -> written);
    }
    if (host == null) {
      mistakes.add(at, "is relative to the host of login.url, which is missing");
      return Optional.empty();
    }
    Secret whole = Secret.of(host.getScheme() + "://" + host.getRawAuthority() + text);
    return addresses.url(at, whole, "http", "https").map(_ -> whole);
  }

  private Call.Body body(String at, String method, CallProperties written) {
    if (written.json() != null && !written.form().isEmpty()) {
      mistakes.add(at, "has both json and form; expected one body");
    }
    if (method.equals("get") && (written.json() != null || !written.form().isEmpty())) {
      mistakes.add(at, "a get sends no body; expected post, or no json and no form");
    }
    if (written.json() != null) {
      return json(at + ".json", written.json());
    }
    if (written.form().isEmpty()) {
      return new Call.Body.Nothing();
    }
    written.form().forEach((name, value) -> scope.check(at + ".form." + name, value));
    return new Call.Body.Form(written.form());
  }

  /** A body of JSON, whose variables are checked. */
  Call.Body json(String at, JsonText json) {
    Secret template = Secret.of(json.template());
    json.flaw().ifPresent(flaw -> mistakes.add(at, flaw));
    scope.check(at, template);
    return new Call.Body.Json(template);
  }

  private Call.Expectation expects(String at, CallProperties written) {
    CaptureReader places = new CaptureReader(mistakes);
    List<Capture> captures = new ArrayList<>();
    written
        .capture()
        .forEach((name, place) -> {
          places.read(at + ".capture." + name, name, place).ifPresent(captures::add);
          scope.learn(name);
        });
    Condition ok =
        Optional.ofNullable(written.ok())
            .flatMap(text -> Conditions.ofReply().read(at + ".ok", text, mistakes))
            .orElse(null);
    return new Call.Expectation(ok, captures);
  }

  private static Map<String, Secret> methods(CallProperties written) {
    Map<String, Secret> methods = new LinkedHashMap<>();
    put(methods, "get", written.get());
    put(methods, "post", written.post());
    put(methods, "put", written.put());
    put(methods, "patch", written.patch());
    put(methods, "delete", written.delete());
    return methods;
  }

  private static void put(Map<String, Secret> methods, String name, @Nullable Secret address) {
    if (address != null) {
      methods.put(name, address);
    }
  }

  /** The path alone: a query may hold a secret. */
  static String path(String address) {
    String path = address.replaceFirst("^[a-z]+://[^/?#]*", "").split("[?#]", 2)[0];
    return path.isEmpty() ? "/" : path;
  }
}
