package io.goldenpath.journey;

import io.goldenpath.probe.Call;
import io.goldenpath.probe.Capture;
import io.goldenpath.probe.Condition;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Redactor;
import io.goldenpath.probe.Route;
import io.goldenpath.probe.Secret;
import io.goldenpath.wire.HttpCall;
import io.goldenpath.wire.HttpResult;
import io.goldenpath.wire.Wire;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes one user's HTTP calls: fills in what is known, keeps cookies, takes what is asked for. */
final class Caller {

  private final Wire wire;
  private final Route route;
  private final Notes notes;
  private final Variables variables;
  private final IssuedToken token;
  private final CookieJar cookies;
  private @Nullable Reply last;

  Caller(Wire wire, Route route, Notes notes, Variables variables, IssuedToken token) {
    this.wire = wire;
    this.route = route;
    this.notes = notes;
    this.variables = variables;
    this.token = token;
    this.cookies = variables.cookies();
  }

  /** The reply to the last call that did. */
  Optional<Reply> last() {
    return Optional.ofNullable(last);
  }

  /**
   * Makes a call.
   *
   * @param who who calls, at the beginning of a sentence
   * @param refused when a reply says no; null for the usual statuses
   * @return what went wrong; empty when nothing did
   */
  Optional<Setback> make(Call call, String who, @Nullable Condition refused, Deadline deadline)
      throws InterruptedException {
    Replies replies = new Replies(call, who, notes);
    Set<String> missing = variables.missing(texts(call));
    if (!missing.isEmpty()) {
      return Optional.of(replies.missing(missing));
    }
    URI url;
    try {
      url = new URI(variables.inUrl(call.url()));
    } catch (URISyntaxException _) {
      return Optional.of(replies.noAddress());
    }
    if (url.getHost() == null) {
      return Optional.of(replies.noAddress());
    }
    return switch (wire.exchange(request(call, url), deadline)) {
      case HttpResult.Failed(var failure) -> Optional.of(replies.unanswered(failure));
      case HttpResult.Answered(var answer) -> {
        cookies.receive(url, answer.all("Set-Cookie"));
        cookies.secrets().forEach(notes::hide);
        last = Reply.of(answer, cookies.byName());
        Optional<Setback> setback = replies.judge(last, refused);
        yield setback.isPresent() ? setback : take(call, last, replies);
      }
    };
  }

  private Optional<Setback> take(Call call, Reply reply, Replies replies) {
    for (Capture capture : call.expects().captures()) {
      Optional<Secret> value = reply.take(capture);
      if (value.isEmpty()) {
        return Optional.of(replies.without(capture, reply));
      }
      variables.set(capture.name(), value.get());
      if (Redactor.soundsSecret(capture.name())) {
        notes.hide(value.get());
      }
    }
    return Optional.empty();
  }

  private HttpCall request(Call call, URI url) {
    Map<String, Secret> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Accept", Secret.of("application/json, text/html;q=0.9, */*;q=0.8"));
    if (!token.guest()) {
      headers.put("Authorization", Secret.of("Bearer " + token.value().reveal()));
    }
    cookies.header(url, variables.now()).ifPresent(value -> headers.put("Cookie", value));
    String body =
        switch (call.body()) {
          case Call.Body.Nothing() -> null;
          case Call.Body.Json(var template) -> {
            headers.put("Content-Type", Secret.of("application/json"));
            headers.put("Accept", Secret.of("application/json"));
            yield variables.inJson(template);
          }
          case Call.Body.Form(var fields) -> {
            headers.put("Content-Type", Secret.of("application/x-www-form-urlencoded"));
            yield form(fields);
          }
        };
    call.headers()
        .forEach((name, value) -> headers.put(name, Secret.of(variables.inHeader(value))));
    return new HttpCall(call.method(), url, headers, body, route);
  }

  private String form(Map<String, Secret> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(variables.plain(field.getValue())))
        .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<Secret> texts(Call call) {
    List<Secret> texts = new ArrayList<>(call.headers().values());
    texts.add(call.url());
    switch (call.body()) {
      case Call.Body.Nothing() -> {}
      case Call.Body.Json(var template) -> texts.add(template);
      case Call.Body.Form(var fields) -> texts.addAll(fields.values());
    }
    return texts;
  }
}
