package io.goldenpath.inference;

import io.goldenpath.har.RecordedCall;
import io.goldenpath.inference.chat.MessagePlace;
import io.goldenpath.inference.login.CallTemplate;
import io.goldenpath.inference.login.ChainedCall;
import io.goldenpath.inference.login.RecordedLogin;
import io.goldenpath.inference.yaml.YamlMap;
import io.goldenpath.inference.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The login and its users. */
record LoginSection(RecordedLogin login, RecordedRun run) {

  private static final String DEFAULT_BODY = "{\"email\":\"{email}\",\"password\":\"{password}\"}";
  private static final String DEFAULT_TOKEN = "/access_token";

  YamlMap yaml() {
    YamlMap target = new YamlMap();
    Optional<String> pointer = login.tokenPointer();
    if (login.calls().isEmpty()) {
      target.put("login", none(), "");
    } else if (pointer.isPresent()) {
      target.put("login", password(pointer.get()), "");
    } else {
      target.put("login", steps(), "");
    }
    List<YamlMap> prepare = login.prepare().stream().map(this::step).toList();
    target.put("prepare", prepare, "calls that make what the socket's address or a message needs");
    target.put("users", users(), "");
    return target;
  }

  private YamlMap none() {
    return login.external()
        ? new YamlMap().put("type", "token", "? the recording has no call that gives the token")
        : new YamlMap()
            .put("type", "none", "nothing in the upgrade or the first messages is a secret");
  }

  private YamlMap password(String pointer) {
    RecordedCall call = login.calls().getFirst().call();
    CallTemplate template = new CallTemplate(call, login.known());
    YamlMap map =
        new YamlMap()
            .put("type", "password", "one call with a password, whose reply has the token")
            .put("url", template.address(), "");
    template
        .json()
        .filter(body -> !body.equals(DEFAULT_BODY))
        .ifPresent(body -> map.put("body", body, "as it was sent"));
    if (!pointer.equals(DEFAULT_TOKEN)) {
      map.put("token-at", pointer, "what the socket was given stood here");
    }
    headers(map, template);
    subject().ifPresent(place -> map.put("subject-at", place, "events name this user"));
    return map;
  }

  private YamlMap steps() {
    YamlMap map =
        new YamlMap()
            .put("type", "steps", "the calls on which the socket depended")
            .put(
                "url",
                new CallTemplate(login.calls().getFirst().call(), login.known()).origin(),
                "")
            .put("steps", login.calls().stream().map(this::step).toList(), "");
    return map;
  }

  private YamlMap step(ChainedCall chained) {
    CallTemplate template = CallTemplate.of(chained, login.known());
    YamlMap map = new YamlMap();
    String first =
        login.calls().isEmpty()
            ? ""
            : new CallTemplate(login.calls().getFirst().call(), login.known()).origin();
    map.put(template.method(), template.address(first), "answered with " + chained.call().status());
    template.json().ifPresent(body -> map.put("json", body, ""));
    YamlMap form = new YamlMap();
    template.form().forEach((key, value) -> form.put(key, value, ""));
    map.put("form", form, "");
    headers(map, template);
    chained
        .call()
        .response()
        .first("location")
        .filter(_ -> !template.form().isEmpty())
        .ifPresent(_ ->
            map.put(
                "ok",
                "!location.contains('error')",
                "? a form's login leads elsewhere where it fails"));
    YamlMap captures = new YamlMap();
    chained.captures().forEach((variable, place) -> captures.put(variable, place, "needed later"));
    return map.put("capture", captures, "");
  }

  private static void headers(YamlMap map, CallTemplate template) {
    YamlMap headers = new YamlMap();
    template.headers().forEach((name, value) -> headers.put(name, value, "the page's own"));
    map.put("headers", headers, "");
  }

  private List<YamlMap> users() {
    if (login.external() && login.calls().isEmpty()) {
      String token = login.known().placeholder("PROBE_TOKEN", "the token that the socket is given");
      return List.of(new YamlMap().put("token", token, ""));
    }
    if (!login.typed()) {
      return List.of();
    }
    YamlMap user = new YamlMap();
    if (!login.account().isEmpty()) {
      user.put("email", login.account(), "? the recorded account; better one of the monitor's own");
    }
    if (subject().isEmpty() && namesAccount()) {
      user.put("subject", login.account(), "events name this user");
    }
    return List.of(user.raw("password", YamlScalar.quoted("${PROBE_PASSWORD}"), ""));
  }

  /** Whether it is known which user events may name. */
  boolean namesUser() {
    return subject().isPresent() || namesAccount();
  }

  private boolean namesAccount() {
    return login.typed() && run.fields().users().containsValue(login.account());
  }

  /** Where the login's reply has what events name as the user. */
  private Optional<String> subject() {
    Map<MessagePlace, String> users = run.fields().users();
    return login.tokenPointer().isEmpty()
        ? Optional.empty()
        : users.values().stream()
            .findFirst()
            .flatMap(user -> CallTemplate.pointer(login.calls().getFirst().call(), user));
  }
}
